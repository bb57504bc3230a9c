import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";

/** A handle nobody has, made of a name; no other transaction gets the same one. */
export async function freeHandle(tx: Tx, name: string, reserved: readonly string[] = []): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('a free handle'))`);
  const wanted = asHandle(name);
  for (let number = 1; ; number += 1) {
    const handle = number === 1 ? wanted : `${wanted.slice(0, 36)}-${number}`;
    const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.handle, handle));
    if (!taken && !reserved.includes(handle)) return handle;
  }
}

/** "Siân O'Neill" as `sian-o-neill`: letters without accents, digits and hyphens, a letter first. */
export function asHandle(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const handle = plain.replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "");
  return handle.slice(0, 40).replace(/-+$/, "") || "person";
}
