import type { MigrationMeta } from "drizzle-orm/migrator";
import type { TransactionSql } from "postgres";
import { listMigrations } from "#db/migration-files.server.ts";
import { type BackupHead, UnusableBackup } from "./backup.ts";

/** The steps the backup's schema has taken, and those it has not taken yet. Throws when it has taken others than ours. */
export function splitMigrations({ migrations }: Pick<BackupHead, "migrations">): {
  before: MigrationMeta[];
  after: MigrationMeta[];
} {
  const ours = listMigrations();
  const newest = Math.max(...ours.map(({ folderMillis }) => folderMillis));
  const taken = new Set(migrations.map(({ hash }) => hash));
  const known = new Set(ours.map(({ hash }) => hash));
  const strange = migrations.filter(({ hash }) => !known.has(hash));
  if (strange.some(({ createdAt }) => createdAt > newest))
    throw new UnusableBackup("it was made by a newer Corridor: restore it with that one, or a newer");
  const before = ours.slice(0, migrations.length);
  if (strange.length > 0 || migrations.length === 0 || before.some(({ hash }) => !taken.has(hash)))
    throw new UnusableBackup("its schema is none that this Corridor has ever had");
  return { before, after: ours.slice(migrations.length) };
}

/** Takes these steps as the migrator does, inside the transaction, and notes them where the migrator looks. */
export async function applyMigrations(tx: TransactionSql, migrations: MigrationMeta[]): Promise<void> {
  await tx`create schema if not exists drizzle`;
  await tx`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`;
  for (const { sql, hash, folderMillis } of migrations) {
    for (const statement of sql) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
}
