import { and, eq, inArray, isNull } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { tellings } from "#db/schema/voices.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { personColumns } from "../people/person-columns.server.ts";
import { lockInsight } from "./lock-insight.server.ts";
import { canBeTold, canTell } from "./talk-policy.ts";
import type { TellingDraft, TellingProblems } from "./telling-draft.ts";
import type { Turn } from "./turn-insight.server.ts";

export type TellOutcome =
  | { outcome: "told"; told: string[] }
  | { outcome: "refused"; problems: TellingProblems }
  | { outcome: "not-possible" };

/**
 * "Who should know?": sends an insight to colleagues, each once by the same person. When one of them may not read it,
 * nobody is told, and the refusal says who.
 */
export function tellColleagues({
  person,
  id,
  telling,
}: Turn & { telling: TellingDraft }): Promise<TellOutcome> {
  return runTransaction<TellOutcome>(async (tx) => {
    const insight = await lockInsight(tx, id);
    if (!insight || !canTell(person, insight)) return { outcome: "not-possible" };
    const chosen = await tx
      .select(personColumns)
      .from(people)
      .innerJoin(teams, eq(teams.id, people.teamId))
      .where(and(inArray(people.handle, telling.colleagues), isNull(people.disabledAt)));
    const unable = chosen.filter((one) => one.id === person.id || !canBeTold(one, insight));
    const problem = whyNot(telling.colleagues.length - chosen.length, unable);
    if (problem) return { outcome: "refused", problems: { colleagues: problem } };
    const told = await tx
      .select({ personId: tellings.personId })
      .from(tellings)
      .where(and(eq(tellings.insightId, id), eq(tellings.toldBy, person.id)));
    const already = new Set(told.map(({ personId }) => personId));
    const rows = chosen
      .filter((one) => !already.has(one.id))
      .map((one) => ({
        id: newId(),
        insightId: id,
        personId: one.id,
        toldBy: person.id,
        words: telling.words,
      }));
    if (rows.length > 0) await tx.insert(tellings).values(rows);
    for (const row of rows) {
      await recordEvent(tx, { name: "insight.told", actorId: person.id, subjectId: row.id });
    }
    return { outcome: "told", told: chosen.map(({ name }) => name) };
  });
}

function whyNot(unknown: number, unable: Pick<Person, "name">[]): string | undefined {
  if (unknown > 0) return "Choose colleagues from the list";
  if (unable.length === 0) return undefined;
  return `${unable.map(({ name }) => name).join(", ")} cannot be told of this insight`;
}
