import { expect, test } from "vitest";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { findInsight } from "#app/insights/find-insight.server.ts";
import { tellHistory } from "#app/insights/history.ts";
import type { Visibility } from "#app/insights/insight.ts";
import { type InsightDraft, readDraft } from "#app/insights/insight-draft.ts";
import { listVersions } from "#app/insights/list-versions.server.ts";
import { textDifferences } from "#app/insights/text-differences.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

useDatabase();

async function aDraft(body: string, visibility: Visibility, channel = "visit"): Promise<InsightDraft> {
  const sent = { body, departments: [(await aDepartment()).slug], channel, visibility };
  const read = readDraft(sent, { today: "2026-11-20" });
  if ("problems" in read) throw new Error("not a draft");
  return read.draft;
}

/** An insight that has been for these readers in turn, and the texts of the versions each person may read. */
async function versionsAfter(visibilities: Visibility[]) {
  const team = await aTeam();
  const author = await aPerson({ team });
  const { id } = await anInsight({ person: author, body: "text 1", sent: { visibility: visibilities[0] } });
  for (const [position, visibility] of visibilities.slice(1).entries()) {
    const draft = await aDraft(`text ${position + 2}`, visibility);
    const { outcome } = await editInsight({ person: author, id, version: position + 1, draft });
    expect(outcome).toBe("edited");
  }
  const seen = async (person: typeof author) => {
    const insight = await findInsight({ person, id });
    if (!insight) return "nothing";
    const versions = await listVersions({ person, id, judged: insight.judged });
    return versions.map(({ body }) => body.replace("text ", "")).join(" ");
  };
  return {
    author: await seen(author),
    mate: await seen(await aPerson({ team })),
    other: await seen(await aPerson()),
  };
}

test.each<[Visibility[], { author: string; mate: string; other: string }]>([
  [["staff", "staff"], { author: "2 1", mate: "2 1", other: "2 1" }],
  [["me", "staff"], { author: "2 1", mate: "2", other: "2" }],
  [["team", "staff"], { author: "2 1", mate: "2 1", other: "2" }],
  [["staff", "team"], { author: "2 1", mate: "2 1", other: "nothing" }],
  [["me", "team", "staff"], { author: "3 2 1", mate: "3 2", other: "3" }],
  // The team it had before it was last opened and closed again is not recorded.
  [["team", "staff", "team"], { author: "3 2 1", mate: "3 2", other: "nothing" }],
  [["staff", "me"], { author: "2 1", mate: "nothing", other: "nothing" }],
])("what was for fewer stays theirs: %j", async (visibilities, expected) => {
  expect(await versionsAfter(visibilities)).toEqual(expected);
});

test("a version is told by the words that changed and by the fields", async () => {
  const { id, person } = await anInsight({ body: "The lab moves in May" });
  const draft = await aDraft("The lab moves in June", "team", "coffee");
  await editInsight({ person, id, version: 1, draft });
  const insight = await findInsight({ person, id });
  if (!insight) throw new Error("gone");
  const [latest, first] = tellHistory(await listVersions({ person, id, judged: insight.judged }));
  expect(latest?.text).toEqual([
    { text: "The lab moves in " },
    { text: "May", only: "before" },
    { text: "June", only: "after" },
  ]);
  expect(latest?.fields).toContainEqual({ field: "Who may see it", before: "All staff", after: "My team" });
  expect(first).toMatchObject({ version: 1, text: [{ text: "The lab moves in May" }], fields: [] });
});

test("texts with nothing in common are told whole, soon", () => {
  const words = (mark: string) => Array.from({ length: 5_000 }, (_, n) => `${mark}${n}`).join(" ");
  const parts = textDifferences(words("a"), words("b"));
  expect(parts.map(({ only }) => only)).toEqual(["before", "after"]);
});
