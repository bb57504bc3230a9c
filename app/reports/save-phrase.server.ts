import { isDeepStrictEqual } from "node:util";
import { and, eq, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { phrases } from "#db/schema/reports.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import type { PhraseDraft } from "./phrase-draft.ts";

/** `id` is the form's own: pressed twice, it adds one. The caller has asked `canKeepPhrases`. */
type Adding = { person: Person; id: string; draft: PhraseDraft };

export function addPhrase({ person, id, draft }: Adding): Promise<void> {
  return runTransaction(async (tx) => {
    const added = await tx
      .insert(phrases)
      .values({ id, ...draft, addedBy: person.id })
      .onConflictDoNothing()
      .returning({ id: phrases.id });
    if (added.length === 0) return;
    const change = { name: "phrase.changed", actorId: person.id, subjectId: id } as const;
    await recordEvent(tx, { ...change, fields: Object.keys(draft) });
  });
}

/** Writes one anew, unless somebody has done so since this form was opened. */
export function changePhrase({
  person,
  id,
  version,
  draft,
}: Adding & { version: number }): Promise<"done" | "changed-meanwhile" | "not-there"> {
  return runTransaction(async (tx) => {
    const [found] = await tx
      .select({
        version: phrases.version,
        kind: phrases.kind,
        benefit: phrases.benefit,
        text: phrases.text,
        answer: phrases.answer,
      })
      .from(phrases)
      .where(eq(phrases.id, id))
      .for("update");
    if (!found) return "not-there";
    const { version: latest, ...said } = found;
    // It says so already: sent twice, or written alike by two.
    if (latest !== version)
      return isDeepStrictEqual({ ...said, ...draft }, said) ? "done" : "changed-meanwhile";
    await tx
      .update(phrases)
      .set({ ...draft, version: version + 1, editedAt: sql`now()` })
      .where(and(eq(phrases.id, id), eq(phrases.version, version)));
    const change = { name: "phrase.changed", actorId: person.id, subjectId: id } as const;
    await recordEvent(tx, { ...change, fields: Object.keys(draft) });
    return "done";
  });
}

/** Offers one no longer, or again. False when there is none. */
export function retirePhrase({
  person,
  id,
  retired,
}: {
  person: Person;
  id: string;
  retired: boolean;
}): Promise<boolean> {
  return runTransaction(async (tx) => {
    const retiredAt = retired ? sql`coalesce(${phrases.retiredAt}, now())` : null;
    const turned = await tx
      .update(phrases)
      .set({ retiredAt })
      .where(eq(phrases.id, id))
      .returning({ id: phrases.id });
    if (turned.length === 0) return false;
    const change = { name: "phrase.changed", actorId: person.id, subjectId: id } as const;
    await recordEvent(tx, { ...change, fields: ["retired"] });
    return true;
  });
}
