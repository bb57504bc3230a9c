import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { archiveEnd, entriesOf, entryOf, written } from "#app/upkeep/archive-entries.server.ts";
import { backUp } from "#app/upkeep/back-up.server.ts";
import { readBackup } from "#app/upkeep/read-backup.server.ts";
import { restoreLibrary } from "#app/upkeep/restore-library.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { anotherDatabase } from "#tests/support/more-databases.ts";
import { aLibrary } from "./a-library.ts";

const database = useDatabase();
useFilesFolder();
const folder = mkdtempSync(join(tmpdir(), "corridor-broken-"));
afterAll(async () => {
  await closeSender();
  rmSync(folder, { recursive: true, force: true });
});

type Whole = { name: string; bytes: Buffer };
let file = "";
let bytes: Buffer;
let entries: Whole[] = [];
beforeAll(async () => {
  await aLibrary();
  const done = await backUp({ folder, begunBy: "command" });
  if (done.outcome !== "done") throw new Error(done.outcome);
  file = done.path;
  bytes = readFileSync(file);
  entries = await entriesIn(gunzipSync(bytes));
});

async function entriesIn(archive: Buffer): Promise<Whole[]> {
  const found: Whole[] = [];
  const pieces = async function* () {
    yield archive;
  };
  for await (const { name, body } of entriesOf(pieces())) {
    const parts: Buffer[] = [];
    for await (const part of body) parts.push(part);
    found.push({ name, bytes: Buffer.concat(parts) });
  }
  return found;
}

async function packed(whole: readonly Whole[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const { name, bytes: body } of whole) {
    for await (const part of written(entryOf(name, body), () => {})) parts.push(part);
  }
  return gzipSync(Buffer.concat([...parts, archiveEnd()]));
}

async function isUntouched(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql`select count(*)::int as tables from pg_class
    where relkind in ('r', 'S', 'v') and relnamespace not in ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace,
      'information_schema'::regnamespace)`;
  await sql.end();
  return row?.tables === 0;
}

/** What is said of these bytes; nothing in the database they were for has been touched. */
async function saidOf(broken: Buffer): Promise<string> {
  const path = join(folder, "broken");
  writeFileSync(path, broken);
  const there = await anotherDatabase();
  const said = await restoreLibrary({ file: path, ownerUrl: there.ownerUrl }).then(
    () => "restored",
    (error: Error) => error.message,
  );
  expect(await isUntouched(there.superUrl)).toBe(true);
  return said;
}

function edited(name: string, edit: (value: Record<string, unknown>) => object): Whole[] {
  return entries.map((entry) => {
    if (entry.name !== name) return entry;
    return { name, bytes: Buffer.from(JSON.stringify(edit(JSON.parse(entry.bytes.toString())))) };
  });
}

test("put together again as it was it is whole", async () => {
  writeFileSync(join(folder, "again"), await packed(entries));
  await expect(readBackup({ file: join(folder, "again") })).resolves.toMatchObject({ head: { version: 1 } });
});

test.each([0.01, 0.2, 0.5, 0.9, 0.999])("cut short at %f of its length it is refused", async (share) => {
  expect(await saidOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toMatch(/cut short|not a backup/);
});

test("cut short between two parts, as if nothing were missing, it is refused", async () => {
  expect(await saidOf(await packed(entries.slice(0, -1)))).toBe("it is cut short: its end is missing");
});

test.each([0.1, 0.3, 0.6, 0.95])("with one bit turned at %f of its length it is refused", async (share) => {
  const damaged = Buffer.from(bytes);
  const at = Math.floor(damaged.length * share);
  damaged[at] = (damaged[at] ?? 0) ^ 0x10;
  // Where the bit stands in what a backup says of itself first, it is none, or one of another Corridor.
  expect(await saidOf(damaged)).toMatch(
    /damaged|cut short|not a backup|schema is none|newer Corridor|something follows its end/,
  );
});

test("with two parts changing places, one missing, one twice or one altered it is refused", async () => {
  const at = entries.findIndex(({ name }) => name.startsWith("tables/"));
  const [one, other] = entries.slice(at, at + 2) as [Whole, Whole];
  const swapped = entries.with(at, other).with(at + 1, one);
  const altered = entries.with(at, { name: one.name, bytes: Buffer.concat([one.bytes, one.bytes]) });
  for (const wrong of [swapped, entries.toSpliced(at, 1), entries.toSpliced(at, 0, one), altered])
    expect(await saidOf(await packed(wrong))).toMatch(/damaged/);
});

test("with something after its end it is refused", async () => {
  expect(await saidOf(Buffer.concat([bytes, bytes]))).toMatch(/something/);
  expect(await saidOf(Buffer.concat([bytes, Buffer.from("and more")]))).toMatch(/something|damaged/);
  expect(await saidOf(await packed([...entries, entries[1] as Whole]))).toMatch(/something/);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["a picture", Buffer.from("\x89PNG\r\n\x1a\n and so on", "latin1")],
  ["packed text", gzipSync("Dear all")],
  ["much packed text", gzipSync("Dear all ".repeat(10_000))],
])("%s is no backup", async (_, foreign) => {
  expect(await saidOf(foreign)).toMatch(/not a backup|cut short/);
});

test("another program's archive is no backup", async () => {
  expect(await saidOf(await packed([{ name: "etc/passwd", bytes: Buffer.from("root") }]))).toMatch(
    /not a backup/,
  );
  expect(
    await saidOf(await packed(edited("corridor-backup.json", (head) => ({ ...head, format: "else" })))),
  ).toMatch(/not a backup/);
});

test("one of a newer Corridor is refused, be it the file's form or the schema that is newer", async () => {
  const newerForm = edited("corridor-backup.json", (head) => ({ ...head, version: 2 }));
  const newerSchema = edited("corridor-backup.json", (head) => ({
    ...head,
    migrations: [...(head.migrations as object[]), { hash: "later", createdAt: 9e12 }],
  }));
  for (const newer of [newerForm, newerSchema])
    expect(await saidOf(await packed(newer))).toMatch(/newer Corridor/);
  const strange = edited("corridor-backup.json", (head) => ({
    ...head,
    migrations: [{ hash: "x", createdAt: 1 }],
  }));
  expect(await saidOf(await packed(strange))).toMatch(/none that this Corridor/);
});

test("no file is no backup, and neither is a folder", async () => {
  const { ownerUrl } = await anotherDatabase();
  for (const path of [join(folder, "nowhere"), folder])
    await expect(restoreLibrary({ file: path, ownerUrl })).rejects.toThrow("no such file");
});

test("a library with people in it is never overwritten, nor other tables, nor one that is being used", async () => {
  await expect(restoreLibrary({ file, ownerUrl: database.ownerUrl })).rejects.toThrow(/is not empty/);
  const there = await anotherDatabase();
  const owner = postgres(there.ownerUrl, { max: 1 });
  await owner`create table ledgers (id int)`;
  await expect(restoreLibrary({ file, ownerUrl: there.ownerUrl })).rejects.toThrow(/not Corridor's/);
  await owner`drop table ledgers`;
  await owner.end();
  const inUse = postgres(there.ownerUrl, { max: 1, connection: { application_name: "corridor" } });
  await inUse`select 1`;
  await expect(restoreLibrary({ file, ownerUrl: there.ownerUrl })).rejects.toThrow(/stop web and worker/);
  await inUse.end();
  expect(await isUntouched(there.superUrl)).toBe(true);
});
