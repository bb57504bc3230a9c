import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { ManyKind } from "./entry.ts";
import { entryTables } from "./entry-tables.server.ts";

export type JudgedEntry = { id: string; noted: { handle: string } };

type Asked = { kind: ManyKind; id: string; departmentId: string };

/** What decides who may change an entry; of this department alone, taken away or not. */
export async function findEntry({ kind, id, departmentId }: Asked): Promise<JudgedEntry | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const table = entryTables[kind];
  const [entry] = await db
    .select({ id: table.id, noted: { handle: people.handle } })
    .from(table)
    .innerJoin(people, eq(people.id, table.notedBy))
    .where(and(eq(table.id, id), eq(table.departmentId, departmentId)));
  return entry;
}
