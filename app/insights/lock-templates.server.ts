import { asc, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { templates } from "#db/schema/drafts.server.ts";

type LockedTemplate = { id: string; name: string; position: number };

/** All templates in their order, for a transaction that changes them: two such run one after the other. */
export async function lockTemplates(tx: Tx): Promise<LockedTemplate[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('templates'))`);
  const { id, name, position } = templates;
  return tx.select({ id, name, position }).from(templates).orderBy(asc(position), asc(id));
}
