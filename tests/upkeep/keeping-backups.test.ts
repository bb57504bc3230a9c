import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { backUp } from "#app/upkeep/back-up.server.ts";
import { lastTimeAt } from "#app/upkeep/backup-hour.ts";
import { backupName, isBackupName } from "#app/upkeep/backup-name.ts";
import { judgeBackups } from "#app/upkeep/backup-state.ts";
import { dropOldBackups } from "#app/upkeep/drop-old-backups.server.ts";
import { findBackupState } from "#app/upkeep/find-backup-state.server.ts";
import { db } from "#db/client.server.ts";
import { backups } from "#db/schema/upkeep.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "corridor-nightly-"));
process.env.BACKUP_DIR = folder;
const database = useDatabase();
useFilesFolder();
const { keepBackups } = await import("#app/upkeep/keep-backups.server.ts");
afterAll(async () => {
  await closeSender();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await db.delete(backups);
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

const patience = { timeout: 40_000, interval: 50 };

test("the worker makes one at once when none was made, several workers one between them, and then no more", async () => {
  const workers = [1, 2, 3].map(() => keepBackups({ lookEveryMs: 20 }));
  await vi.waitFor(async () => expect((await findBackupState()).state).toBe("ok"), patience);
  // Each has looked again by now, many times over.
  await vi.waitFor(async () => expect(await stirs()).toBeGreaterThan(20), patience);
  await Promise.all(workers.map(({ stop }) => stop()));
  expect(readdirSync(folder).filter(isBackupName)).toHaveLength(1);
  expect(await db.select().from(backups)).toMatchObject([
    { begunBy: "worker", trouble: null, filesMissing: 0 },
  ]);
});

let looked = 0;
async function stirs(): Promise<number> {
  await findBackupState();
  looked += 1;
  return looked;
}

test("yesterday's does not count for tonight; one that failed is told of and not tried again at once", async () => {
  const long = new Date(Date.now() - 40 * 60 * 60_000);
  await db.insert(backups).values({
    id: "01990000-0000-7000-8000-000000000001",
    begunBy: "worker",
    startedAt: long,
    finishedAt: long,
    fileName: backupName(long),
  });
  expect(await findBackupState()).toMatchObject({ state: "late", last: { startedAt: long } });
  await expect(backUp({ folder: join(folder, "not", "mounted"), begunBy: "worker" })).rejects.toThrow();
  expect(await findBackupState()).toMatchObject({
    state: "failed",
    trouble: expect.stringMatching(/folder/),
  });
  const worker = keepBackups({ lookEveryMs: 20 });
  await worker.stop();
  expect(readdirSync(folder)).toEqual([]);
  await db.update(backups).set({ startedAt: long });
  const later = keepBackups({ lookEveryMs: 20 });
  await vi.waitFor(async () => expect((await findBackupState()).state).toBe("ok"), patience);
  await later.stop();
});

test("only one is made at a time, whoever begins it", async () => {
  const sql = postgres(database.url, { max: 1 });
  await sql`select pg_advisory_lock(hashtext('corridor backup'))`;
  expect(await backUp({ folder, begunBy: "command" })).toEqual({ outcome: "already-running" });
  // A connection that ends lets it go too, a moment later.
  await sql`select pg_advisory_unlock(hashtext('corridor backup'))`;
  await sql.end();
  expect(await backUp({ folder, begunBy: "command" })).toMatchObject({ outcome: "done" });
});

test("the newest so many are kept, halves go after a day, and what is not ours stays", async () => {
  const days = [1, 2, 3, 4, 5].map((day) => backupName(new Date(`2026-11-0${day}T02:00:00Z`)));
  for (const name of [
    ...days,
    "holiday.tar",
    "corridor-backup-of-mine",
    `${days[0]}.part`,
    `${days[4]}.part`,
  ])
    writeFileSync(join(folder, name), "");
  utimesSync(join(folder, `${days[0]}.part`), 0, 0);
  expect(await dropOldBackups({ folder, keep: 2 })).toBe(4);
  expect(readdirSync(folder).sort()).toEqual(
    ["corridor-backup-of-mine", "holiday.tar", ...days.slice(-2), `${days[4]}.part`].sort(),
  );
});

test.each([
  ["2026-11-28T01:59:00Z", "2026-11-27T02:00:00.000Z"],
  ["2026-11-28T02:00:00Z", "2026-11-28T02:00:00.000Z"],
  ["2026-07-01T00:30:00Z", "2026-06-30T01:00:00.000Z"],
  ["2026-07-01T01:00:00Z", "2026-07-01T01:00:00.000Z"],
  // The night the clocks go back, and the one they go on.
  ["2026-10-25T12:00:00Z", "2026-10-25T02:00:00.000Z"],
  ["2026-03-29T12:00:00Z", "2026-03-29T01:00:00.000Z"],
])("at %s the hour was last %s", (now, then) => {
  expect(lastTimeAt({ hour: 2, timeZone: "Europe/London" }, new Date(now)).toISOString()).toBe(then);
});

test("without any there is none, and a try that is still under way is no failure", () => {
  const now = new Date();
  expect(judgeBackups({ last: undefined, begun: undefined, now }).state).toBe("none");
  const begun = { startedAt: now, finishedAt: null, trouble: null } as never;
  expect(judgeBackups({ last: undefined, begun, now }).state).toBe("none");
});
