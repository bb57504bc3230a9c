import { expect, test } from "vitest";
import { dueBy, isGoingQuiet } from "#app/departments/rhythm.ts";
import { saveProfile } from "#app/departments/save-profile.server.ts";
import { corroborate } from "#app/insights/corroborate.server.ts";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import { listContacting, listStaffContacting } from "#app/insights/list-contacting.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";
import { aProfile } from "./entries.ts";

useDatabase();
const today = dayIn("Europe/London", new Date());

test.each([
  ["weekly", 8, false],
  ["weekly", 9, false],
  ["weekly", 10, true],
  ["monthly", 39, false],
  ["monthly", 40, true],
  ["yearly", 366, false],
  ["yearly", 460, true],
] as const)("%s and last heard %i days ago is quiet: %s", (rhythm, ago, quiet) => {
  expect(isGoingQuiet({ rhythm, lastContact: daysAfter(today, -ago) }, today)).toBe(quiet);
});

test("without a rhythm none is quiet, with one and never heard of it is", () => {
  expect(isGoingQuiet({ rhythm: null, lastContact: null }, today)).toBe(false);
  expect(isGoingQuiet({ rhythm: null, lastContact: "2001-01-01" }, today)).toBe(false);
  expect(isGoingQuiet({ rhythm: "yearly", lastContact: null }, today)).toBe(true);
  expect(dueBy({ rhythm: "weekly", lastContact: "2026-11-01" })).toBe("2026-11-08");
});

test("last contact is the latest day anybody heard anything, as far as one may read", async () => {
  const team = await aTeam();
  const [author, mate, other] = [await aPerson({ team }), await aPerson({ team }), await aPerson()];
  const department = await aDepartment();
  const old = await aDepartment({ closed: true });
  await saveProfile({
    person: author,
    departmentId: department.id,
    version: 0,
    draft: aProfile({ rhythm: "monthly" }),
  });
  const heard = (ago: number, visibility: string) =>
    anInsight({
      person: author,
      departments: [department],
      sent: { heardOn: daysAfter(today, -ago), visibility },
    });
  const of = async (person?: typeof author) => {
    const all = person ? await listContacting({ person }) : await listStaffContacting();
    expect(all.some(({ id }) => id === old.id)).toBe(false);
    return all.find(({ id }) => id === department.id);
  };
  expect(await of(other)).toMatchObject({ rhythm: "monthly", lastContact: null });
  const shared = await heard(40, "staff");
  await heard(20, "team");
  const own = await heard(3, "me");
  expect((await of(author))?.lastContact).toBe(daysAfter(today, -3));
  expect((await of(mate))?.lastContact).toBe(daysAfter(today, -20));
  expect((await of(other))?.lastContact).toBe(daysAfter(today, -40));
  expect((await of())?.lastContact).toBe(daysAfter(today, -40));

  await corroborate({
    person: other,
    id: shared.id,
    voice: { heardOn: daysAfter(today, -5), words: "", channel: "coffee" } as never,
  });
  expect((await of())?.lastContact).toBe(daysAfter(today, -5));
  // An edit writes anew what an insight is about, and the day of its voices stays.
  const draft = readDraft(
    {
      body: "Heard anew.",
      departments: [department.slug],
      channel: "coffee",
      heardOn: daysAfter(today, -40),
    },
    { today },
  );
  if ("problems" in draft) throw new Error("not a draft");
  expect(await editInsight({ person: author, id: shared.id, version: 1, draft: draft.draft })).toMatchObject({
    outcome: "edited",
  });
  expect((await of())?.lastContact).toBe(daysAfter(today, -5));
  await withdrawInsight({ person: author, id: own.id });
  expect((await of(author))?.lastContact).toBe(daysAfter(today, -5));
  await withdrawInsight({ person: author, id: shared.id });
  expect((await of())?.lastContact).toBe(null);
});
