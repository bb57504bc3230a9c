import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test, vi } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { anotherDatabase } from "#tests/support/more-databases.ts";

const folder = vi.hoisted(() => ({ path: "" }));
folder.path = mkdtempSync(join(tmpdir(), "corridor-migrations-"));
cpSync(new URL("../../db/migrations", import.meta.url).pathname, folder.path, { recursive: true });
vi.mock("#db/migration-files.server.ts", async (original) => ({
  ...(await original<typeof import("#db/migration-files.server.ts")>()),
  get migrationsFolder() {
    return folder.path;
  },
}));
const { migrateDatabase } = await import("#db/migrate.server.ts");

useDatabase();
afterAll(() => rmSync(folder.path, { recursive: true }));

const steps = [
  "create table moods (mood text primary key)",
  "alter table insights add column mood text",
  "insert into moods values ('keen')",
  "create index insights_mood_index on insights (mood)",
];

/** The next migration, as a release would bring it. */
function bring(statements: readonly string[]): void {
  const journal = join(folder.path, "meta", "_journal.json");
  const kept = JSON.parse(readFileSync(journal, "utf8")) as {
    entries: { tag: string; when: number; idx: number }[];
  };
  const entries = kept.entries.filter(({ tag }) => tag !== "9999_moods");
  const next = { ...entries.at(-1), idx: entries.length, tag: "9999_moods", when: 9e12 };
  writeFileSync(journal, JSON.stringify({ ...kept, entries: [...entries, next] }));
  writeFileSync(join(folder.path, "9999_moods.sql"), statements.join(";\n--> statement-breakpoint\n"));
}

test("two that migrate at once, and a migration that fails at any of its statements: all of it once, or nothing", async () => {
  const { ownerUrl } = await anotherDatabase();
  const migrate = () => migrateDatabase({ url: ownerUrl, log: () => {} });
  await Promise.all([migrate(), migrate()]);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const taken = async () =>
    (await sql`select count(*)::int as count from drizzle.__drizzle_migrations`)[0]?.count;
  const before = await taken();
  const moods = () => sql`select from pg_class where relname = 'moods'
    union all select from pg_attribute where attname = 'mood' and attrelid = 'insights'::regclass`;
  for (const at of steps.keys()) {
    bring(steps.with(at, "select 1 / 0"));
    await expect(migrate(), `failing at statement ${at + 1}`).rejects.toThrow();
    expect(await moods()).toHaveLength(0);
    expect(await taken()).toBe(before);
    // What the version before asks of the schema is there as it was.
    await sql`select id, body, visibility from insights limit 1`;
  }
  bring(steps);
  await Promise.all([migrate(), migrate()]);
  expect(await moods()).toHaveLength(2);
  expect(await taken()).toBe(before + 1);
  expect(await sql`select mood from moods`).toEqual([{ mood: "keen" }]);
  await sql.end();
}, 120_000);
