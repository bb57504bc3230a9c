import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MigrationMeta } from "drizzle-orm/migrator";
import postgres from "postgres";
import { afterAll, expect, test, vi } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { anotherDatabase } from "#tests/support/more-databases.ts";

const later: MigrationMeta = {
  sql: [
    "alter table insights add column mood text not null default 'calm'",
    "update insights set mood = 'keen' where version = 1",
    "create table moods (mood text primary key)",
  ],
  hash: "a step that comes later",
  folderMillis: 9e12,
  bps: true,
};
// This Corridor knows one step more than the backup has taken.
vi.mock("#db/migration-files.server.ts", async (original) => {
  const files = await original<typeof import("#db/migration-files.server.ts")>();
  return { ...files, listMigrations: () => [...files.listMigrations(), later] };
});

const { backUp } = await import("#app/upkeep/back-up.server.ts");
const { restoreLibrary } = await import("#app/upkeep/restore-library.server.ts");
const { closeSender } = await import("#app/events/sender.server.ts");
const { aLibrary } = await import("./a-library.ts");

useDatabase();
useFilesFolder();
const folder = mkdtempSync(join(tmpdir(), "corridor-older-"));
afterAll(async () => {
  await closeSender();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup of an older schema comes back in the present one; a step that fails leaves nothing behind", async () => {
  await aLibrary();
  const done = await backUp({ folder, begunBy: "command" });
  const file = done.outcome === "done" ? done.path : "";
  const there = await anotherDatabase();
  const sql = postgres(there.superUrl, { max: 1 });
  const { sql: steps } = later;
  later.sql = [...steps, "insert into moods select mood from insights"];
  await expect(restoreLibrary({ file, ownerUrl: there.ownerUrl })).rejects.toThrow(/duplicate key/);
  expect(await sql`select from pg_class where relname in ('insights', 'moods')`).toHaveLength(0);
  later.sql = steps;
  expect(await restoreLibrary({ file, ownerUrl: there.ownerUrl })).toMatchObject({ migrated: 1 });
  expect(await sql`select distinct mood from insights`).toEqual([{ mood: "keen" }]);
  const [taken] = await sql`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`;
  expect(taken?.newest).toBe(later.folderMillis);
  await sql.end();
});
