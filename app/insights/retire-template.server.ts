import { eq, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { templates } from "#db/schema/drafts.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { lockTemplates } from "./lock-templates.server.ts";

type Retiring = { person: Person; id: string; retired: boolean };

/** Offers a template no longer, or again. False when there is none. The caller has asked `canKeepTemplates`. */
export function retireTemplate({ person, id, retired }: Retiring): Promise<boolean> {
  return runTransaction(async (tx) => {
    const all = await lockTemplates(tx);
    if (!all.some((one) => one.id === id)) return false;
    const retiredAt = retired ? sql`coalesce(${templates.retiredAt}, now())` : null;
    await tx.update(templates).set({ retiredAt }).where(eq(templates.id, id));
    const change = { name: "template.changed", actorId: person.id, subjectId: id } as const;
    await recordEvent(tx, { ...change, fields: ["retired"] });
    return true;
  });
}
