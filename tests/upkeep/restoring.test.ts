import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { makeFeedKey } from "#app/people/make-feed-key.server.ts";
import { backUp } from "#app/upkeep/back-up.server.ts";
import { leftOut } from "#app/upkeep/backup.ts";
import { listTables } from "#app/upkeep/library-tables.server.ts";
import { readBackup } from "#app/upkeep/read-backup.server.ts";
import { restoreLibrary } from "#app/upkeep/restore-library.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { anotherDatabase } from "#tests/support/more-databases.ts";
import { aLibrary, fingerprint } from "./a-library.ts";

const database = useDatabase();
useFilesFolder();
const folder = mkdtempSync(join(tmpdir(), "corridor-backups-"));
afterAll(async () => {
  await closeSender();
  rmSync(folder, { recursive: true, force: true });
});

let file = "";

beforeAll(async () => {
  await aLibrary();
  await makeFeedKey({ personId: (await aPerson()).id, name: "Phone", scope: "staff" });
  const done = await backUp({ folder, begunBy: "command" });
  if (done.outcome !== "done") throw new Error(done.outcome);
  file = done.path;
});

async function ask<Row>(url: string, question: (sql: postgres.Sql) => Promise<Row>): Promise<Row> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Rows that are meant to differ afterwards. */
function butFor(sums: Record<string, string>): Record<string, string> {
  const {
    settings: _,
    insight_index_states: __,
    backups: ___,
    events: ____,
    feed_keys: _____,
    ...same
  } = sums;
  return same;
}

test("the file is for its owner alone, and nothing half is left beside it", () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual([file.split("/").at(-1)]);
});

test("a backup restored into a database with nothing in it is the library it was made of", async () => {
  const there = await anotherDatabase();
  const restored = await restoreLibrary({ file, ownerUrl: there.ownerUrl });
  expect(restored).toMatchObject({ files: 2, filesMissing: [], migrated: 0 });
  expect(restored.jobs).toBeGreaterThan(0);
  expect(butFor(await fingerprint(there.superUrl))).toEqual(butFor(await fingerprint(database.superUrl)));
  const [jobs] = await ask(
    there.superUrl,
    (sql) => sql`
    select count(*)::int as waiting from pgboss.job where name = 'events' and state = 'created'`,
  );
  expect(jobs?.waiting).toBe(restored.jobs);
  // Nobody is signed in, and no index is trusted.
  const [left] = await ask(
    there.superUrl,
    (sql) => sql`
    select (select count(*)::int from sessions) as sessions, (select count(*)::int from search_keys) as keys,
      (select count(*)::int from insight_index_states where confirmed is not null) as confirmed,
      (select count(*)::int from feed_keys) > 0 as "hadFeeds",
      (select count(*)::int from feed_keys where revoked_at is null) as feeds,
      (select count(*)::int from settings where key = 'restored-at') as noted`,
  );
  expect(left).toEqual({ sessions: 0, keys: 0, confirmed: 0, hadFeeds: true, feeds: 0, noted: 1 });
});

test("into a migrated library that is empty it goes as well, with every reference and trigger in force", async () => {
  const there = await anotherDatabase("corridor_template");
  await restoreLibrary({ file, ownerUrl: there.ownerUrl });
  const constraints = (url: string) =>
    ask(
      url,
      (sql) => sql`
      select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as said from pg_constraint
      where connamespace = 'public'::regnamespace order by 1`,
    );
  expect(await constraints(there.superUrl)).toEqual(await constraints(database.superUrl));
  const owner = (statement: string) => ask(there.ownerUrl, (sql) => sql.unsafe(statement));
  await expect(owner("delete from events")).rejects.toThrow("append-only");
  await expect(owner("update insights set author_id = gen_random_uuid()")).rejects.toThrow("foreign key");
  await migrateDatabase({ url: there.ownerUrl, appUser: "corridor_app", log: () => {} });
  await expect(ask(there.url, (sql) => sql`create table mine ()`)).rejects.toThrow("permission denied");
});

test("sequences go on where they were: the next insight has a number of its own", async () => {
  const there = await anotherDatabase();
  await restoreLibrary({ file, ownerUrl: there.ownerUrl });
  const [row] = await ask(
    there.superUrl,
    (sql) => sql`
    select max(seq) < nextval(pg_get_serial_sequence('insights', 'seq')) as beyond from insights`,
  );
  expect(row?.beyond).toBe(true);
});

test("every table is kept, or left out for a reason, and nothing kept refers to what is left out", async () => {
  const tables = await ask(database.superUrl, (sql) => listTables(sql as never));
  const { head } = await readBackup({ file });
  const kept = head.tables.map(({ name }) => name);
  expect([...kept, ...Object.keys(leftOut)].sort()).toEqual(tables.map(({ name }) => name));
  const references = await ask(
    database.superUrl,
    (sql) => sql`
    select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint where contype = 'f'`,
  );
  expect(references.filter(({ from, to }) => to in leftOut && !(from in leftOut))).toEqual([]);
});

test("a table that came into the schema today is in the backup of today", async () => {
  const owner = (statement: string) => ask(database.ownerUrl, (sql) => sql.unsafe(statement));
  await owner(
    "create table newcomers (id int primary key, said text); grant select on newcomers to corridor_app",
  );
  await owner("insert into newcomers values (1, 'remember me')");
  const done = await backUp({ folder, begunBy: "command" }).finally(() => owner("drop table newcomers"));
  const { head } = await readBackup({ file: done.outcome === "done" ? done.path : "" });
  expect(head.tables).toContainEqual({ name: "newcomers", columns: ["id", "said"], rows: 1 });
});
