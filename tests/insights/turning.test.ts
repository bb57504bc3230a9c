import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { hideInsight, unhideInsight } from "#app/insights/hide-insight.server.ts";
import { canOpen, type Doing, type JudgedInsight, permissions } from "#app/insights/policy.ts";
import { readTurn } from "#app/insights/turn-by-intent.server.ts";
import { restoreInsight, withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { insightIndexStates, insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

useDatabase();
const people: Record<string, Person> = {};

beforeAll(async () => {
  const team = await aTeam();
  people.author = await aPerson({ team, role: "assistant" });
  people.mate = await aPerson({ team, role: "liaison" });
  people["editor-mate"] = await aPerson({ team, role: "editor" });
  for (const role of ["assistant", "liaison", "editor", "admin"] as const)
    people[role] = await aPerson({ role });
});

/** Who may open an insight in each state and do what with it: O open, e edit, w withdraw, t take back at once, r restore, h hide, u unhide. */
const table = `
                author mate editor-mate assistant liaison editor admin
staff           Oewt   O    Oh          O         O       Oh     Oh
team            Oewt   O    Oh          -         -       -      -
me              Oewt   -    -           -         -       -      -
staff hidden    Owt    -    Ou          -         -       Ou     Ou
team hidden     Owt    -    Ou          -         -       -      -
me hidden       Owt    -    -           -         -       -      -
staff withdrawn Otr    -    -           -         -       -      -
team withdrawn  Otr    -    -           -         -       -      -
me withdrawn    Otr    -    -           -         -       -      -`;

const letters: Record<Doing, string> = {
  edit: "e",
  withdraw: "w",
  undo: "t",
  restore: "r",
  hide: "h",
  unhide: "u",
};
const [heading = "", ...lines] = table.trim().split("\n");

test.each(lines.map((line) => [line.slice(0, 16).trim(), line.slice(16).trim().split(/\s+/)] as const))(
  "who may do what with one that is %s",
  (state, expected) => {
    const [visibility, turned] = state.split(" ") as [JudgedInsight["visibility"], string?];
    const author = people.author!;
    const insight: JudgedInsight = {
      visibility,
      authorId: author.id,
      teamId: author.team.id,
      hiddenAt: turned === "hidden" ? new Date() : null,
      withdrawnAt: turned === "withdrawn" ? new Date() : null,
    };
    const said = heading
      .trim()
      .split(/\s+/)
      .map((name) => {
        const person = people[name]!;
        if (!canOpen(person, insight)) return "-";
        const may = Object.entries(permissions(person, insight)).filter(([, allowed]) => allowed);
        return `O${may.map(([doing]) => letters[doing as Doing]).join("")}`;
      });
    expect(said).toEqual(expected);
  },
);

async function ledgerOf(id: string): Promise<string[]> {
  const rows = await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq);
  return rows.map(({ name }) => name);
}

test("each turn is made once however often it is asked, and each stands in the ledger", async () => {
  const { id, person } = await anInsight({ person: people.author });
  const editor = people.editor!;
  const outcomes = async (turn: () => Promise<{ outcome: string }>) =>
    (await Promise.all([turn(), turn(), turn()])).map(({ outcome }) => outcome).sort();
  const once = ["already-done", "already-done", "done"];
  expect(await outcomes(() => withdrawInsight({ person, id }))).toEqual(once);
  expect(await outcomes(() => restoreInsight({ person, id }))).toEqual(once);
  expect(await outcomes(() => hideInsight({ person: editor, id, reason: "for the test" }))).toEqual(once);
  expect(await outcomes(() => unhideInsight({ person: editor, id }))).toEqual(once);
  const turns = ["insight.withdrawn", "insight.restored", "insight.hidden", "insight.unhidden"];
  expect(await ledgerOf(id)).toEqual(["insight.posted", ...turns]);
  const [state] = await db.select().from(insightIndexStates).where(eq(insightIndexStates.insightId, id));
  expect(state?.wanted).toBe(5);
  const [ledger] = await db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.name, turns[2]!)));
  expect(ledger).toMatchObject({ actorId: editor.id, fields: ["hiddenAt", "hiddenBy", "hiddenReason"] });
});

test("hiding tells by whom and why, and showing again forgets both", async () => {
  const { id } = await anInsight();
  const row = async () => (await db.select().from(insights).where(eq(insights.id, id)))[0];
  await hideInsight({ person: people.editor!, id, reason: "names a student" });
  expect(await row()).toMatchObject({ hiddenBy: people.editor?.id, hiddenReason: "names a student" });
  await unhideInsight({ person: people.editor!, id });
  expect(await row()).toMatchObject({ hiddenAt: null, hiddenBy: null, hiddenReason: null });
});

test("nobody but its author withdraws or restores, whatever their role", async () => {
  const { id, person } = await anInsight({ person: people.author });
  expect(await withdrawInsight({ person: people.admin!, id })).toEqual({ outcome: "already-done" });
  await withdrawInsight({ person, id });
  expect(await restoreInsight({ person: people.admin!, id })).toEqual({ outcome: "already-done" });
  const hidden = await hideInsight({ person: people.editor!, id, reason: "too late" });
  expect(hidden, "a withdrawn one is not hidden besides").toEqual({ outcome: "already-done" });
});

test.each([
  [{ intent: "hide", reason: " \u200e\u0000 " }, "Say why"],
  [{ intent: "hide" }, "Say why"],
  [{ intent: "hide", reason: "x".repeat(301) }, "at most 300"],
])("hiding %o is refused in words", (sent, words) => {
  expect(readTurn(sent)).toEqual({ problem: expect.stringContaining(words) });
});

test.each(["", "constructor", "__proto__", "erase", undefined])("%s is nothing one can do", (intent) => {
  expect(readTurn({ intent, reason: "because" })).toBeUndefined();
});
