import { and, asc, eq, isNull } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { summarySentences } from "#db/schema/department-entries.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";

type Moving = { person: Pick<Person, "id">; departmentId: string; id: string };

/** Puts a sentence of the summary before the one it follows; false when there is none. The caller has asked `canKeepProfile`. */
export function moveSentence({ person, departmentId, id }: Moving): Promise<boolean> {
  return runTransaction(async (tx) => {
    const all = await tx
      .select({ id: summarySentences.id })
      .from(summarySentences)
      .where(and(eq(summarySentences.departmentId, departmentId), isNull(summarySentences.removedAt)))
      .orderBy(asc(summarySentences.position), asc(summarySentences.notedAt))
      .for("update");
    const ids = all.map((one) => one.id);
    const from = ids.indexOf(id);
    if (from < 0) return false;
    if (from === 0) return true;
    ids.splice(from - 1, 0, ...ids.splice(from, 1));
    for (const [place, each] of ids.entries()) {
      await tx
        .update(summarySentences)
        .set({ position: place + 1 })
        .where(eq(summarySentences.id, each));
    }
    await recordEvent(tx, {
      name: "summary.changed",
      actorId: person.id,
      subjectId: id,
      fields: ["position"],
    });
    return true;
  });
}
