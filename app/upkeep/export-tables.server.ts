import { leftOut } from "./backup.ts";
import { type Connection, type LibraryTable, listTables } from "./library-tables.server.ts";

/** Tables that only this Corridor has a use for. All others are exported, new ones by themselves. */
const ownUse: Record<string, string> = {
  mails: "what became of mails",
  backups: "where backups lie",
  signing_keys: "what this one alone signs with: whoever has it could sign in its name",
};

/** What keeps a secret, by its column's name: passwords, keys and links are not for other programs. */
const secret = /(^|_)(hash|secret|token|pin)$/;

/** The tables and columns an export holds. A table that would be nothing without its secret is left out. */
export async function listExportedTables(sql: Connection): Promise<LibraryTable[]> {
  const needed = await sql<{ table: string; column: string }[]>`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attnotnull and not a.atthasdef`;
  const isSecretAlone = (name: string) =>
    needed.some(({ table, column }) => table === name && secret.test(column));
  return (await listTables(sql))
    .filter(({ name }) => !(name in leftOut) && !(name in ownUse) && !isSecretAlone(name))
    .map(({ name, columns }) => ({ name, columns: columns.filter((column) => !secret.test(column)) }));
}
