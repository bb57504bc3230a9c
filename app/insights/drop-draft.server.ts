import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";

/** Throws away what its writer does not want any more. Silent when it is gone already. */
export async function dropDraft({ personId, key }: { personId: string; key: string }): Promise<void> {
  await db.delete(drafts).where(and(eq(drafts.personId, personId), eq(drafts.key, key)));
}
