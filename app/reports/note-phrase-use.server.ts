import { and, eq, isNull, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { phrases, phraseUses } from "#db/schema/reports.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { isEditor, type Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { cleanLine } from "../text/clean-text.ts";
import { phraseLimits } from "./phrase.ts";

type Noting = {
  person: Person;
  /** Of the use: pressed twice, it is noted once. */
  id: string;
  phraseId: string;
  department: string;
  worked: boolean;
  note: string;
  usedOn: Day;
};

/** Notes where a phrase was used and whether it worked there. False when there is no such phrase or department. */
export function notePhraseUse(noting: Noting): Promise<boolean> {
  const { person, id, phraseId, department, worked, usedOn } = noting;
  return runTransaction(async (tx) => {
    const [where] = await tx
      .select({ departmentId: departments.id })
      .from(departments)
      .innerJoin(phrases, eq(phrases.id, phraseId))
      .where(eq(departments.slug, department));
    if (!where) return false;
    const note = [...cleanLine(noting.note)].slice(0, phraseLimits.noteCharacters).join("");
    const added = await tx
      .insert(phraseUses)
      .values({ id, phraseId, ...where, worked, note, usedOn, personId: person.id })
      .onConflictDoNothing()
      .returning({ id: phraseUses.id });
    if (added.length > 0)
      await recordEvent(tx, { name: "phrase.used", actorId: person.id, subjectId: phraseId });
    return true;
  });
}

/** Whoever noted it, and editors, take it back. */
export function withdrawPhraseUse({ person, id }: { person: Person; id: string }): Promise<boolean> {
  const own = isEditor(person) ? undefined : eq(phraseUses.personId, person.id);
  return runTransaction(async (tx) => {
    const theirs = and(eq(phraseUses.id, id), own);
    const [gone] = await tx
      .update(phraseUses)
      .set({ withdrawnAt: sql`now()` })
      .where(and(theirs, isNull(phraseUses.withdrawnAt)))
      .returning({ phraseId: phraseUses.phraseId });
    // Pressed twice, it has been taken back all the same.
    if (!gone) return (await tx.$count(phraseUses, theirs)) > 0;
    await recordEvent(tx, { name: "phrase.use-withdrawn", actorId: person.id, subjectId: gone.phraseId });
    return true;
  });
}
