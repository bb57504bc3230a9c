import { eq } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { templates } from "#db/schema/drafts.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { lockTemplates } from "./lock-templates.server.ts";

type Moving = { person: Person; id: string; by: -1 | 1 };

/** Moves a template up or down by one place. False when there is none. The caller has asked `canKeepTemplates`. */
export function moveTemplate({ person, id, by }: Moving): Promise<boolean> {
  return runTransaction(async (tx) => {
    const ids = (await lockTemplates(tx)).map((one) => one.id);
    const from = ids.indexOf(id);
    if (from < 0) return false;
    const to = Math.min(Math.max(from + by, 0), ids.length - 1);
    if (to === from) return true;
    ids.splice(to, 0, ...ids.splice(from, 1));
    for (const [place, each] of ids.entries()) {
      await tx
        .update(templates)
        .set({ position: place + 1 })
        .where(eq(templates.id, each));
    }
    const change = { name: "template.changed", actorId: person.id, subjectId: id } as const;
    await recordEvent(tx, { ...change, fields: ["position"] });
    return true;
  });
}
