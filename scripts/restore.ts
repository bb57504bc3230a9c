import { isAbsolute } from "node:path";
import { parseArgs } from "node:util";
import { followRestore } from "./services/follow-restore.ts";
import { gatherStatistics } from "./services/gather-statistics.ts";
import { makeDatabase } from "./services/make-database.ts";
import { prepareServices } from "./services/prepare-services.ts";
import { progressLine } from "./services/progress-line.ts";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

const usage =
  "Usage: npm run -s restore -- --file FILE [--check] [--database NEW_DATABASE --files NEW_FOLDER]";

const options = {
  file: { type: "string" },
  check: { type: "boolean", default: false },
  database: { type: "string" },
  files: { type: "string" },
} as const;

await runCommand(async () => {
  const { values } = parseArgs({ options });
  const { file, database, files, check } = values;
  if (!file || Boolean(database) !== Boolean(files)) throw new Error(usage);
  if (files && !isAbsolute(files)) throw new Error("--files: must be an absolute path");
  if (check) return await checkFile(file);
  const began = Date.now();
  await withServices(async (services) => {
    const there = database ? await makeDatabase({ ...services, database }) : services;
    process.env.DATABASE_URL = there.appUrl;
    // An index of its own beside the one that may still be in use.
    const { MEILISEARCH_INDEX_PREFIX: usual = "corridor" } = process.env;
    if (database) process.env.MEILISEARCH_INDEX_PREFIX = `${usual}-${database}`.slice(0, 40);
    if (files) process.env.FILES_DIR = files;
    const { restored, took } = await restore(file, there.ownerUrl);
    await prepareServices({ ...services, ...there }, () => {});
    await gatherStatistics(there.ownerUrl);
    await followRestore();
    console.log(
      `${count(restored.rows)} rows and ${count(restored.files)} files of ${restored.head.library} are back as they were on ${restored.head.madeAt} (${took} s; everything ${seconds(began)} s).`,
    );
    tellMore(restored);
    if (database)
      console.log(
        `To use it: DATABASE_URL of ${database}, FILES_DIR=${files}, MEILISEARCH_INDEX_PREFIX=${process.env.MEILISEARCH_INDEX_PREFIX}.`,
      );
  });
});

async function checkFile(file: string): Promise<void> {
  const { readBackup } = await import("#app/upkeep/read-backup.server.ts");
  const { splitMigrations } = await import("#app/upkeep/restore-schema.server.ts");
  const { head, end } = await readBackup({ file, onHead: (head) => void splitMigrations(head) }).catch(
    refused(file),
  );
  const rows = head.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${file} is whole: ${head.library} on ${head.madeAt}, ${count(rows)} rows, ${count(end.files)} files.`,
  );
}

async function restore(file: string, ownerUrl: string) {
  const { restoreLibrary } = await import("#app/upkeep/restore-library.server.ts");
  const began = Date.now();
  const progress = progressLine();
  const restored = await restoreLibrary({
    file,
    ownerUrl,
    onProgress: (now) =>
      progress.show(
        now.stage === "checking"
          ? `Checking the file: ${Math.floor((now.bytes / Math.max(now.total, 1)) * 100)} %`
          : `${count(now.rows)} of ${count(now.totalRows)} rows, ${count(now.files)} files`,
      ),
  }).catch(refused(file));
  progress.end();
  return { restored, took: seconds(began) };
}

function tellMore(restored: Awaited<ReturnType<typeof restore>>["restored"]): void {
  if (restored.migrated > 0)
    console.log(`The backup's schema was older: ${restored.migrated} migrations were applied.`);
  if (restored.jobs > 0) console.log(`${count(restored.jobs)} jobs that were waiting are waiting again.`);
  if (restored.filesMissing.length > 0)
    console.error(`${count(restored.filesMissing.length)} files were missing when the backup was made.`);
  console.log(
    "Everybody signs in again, and makes new addresses for feeds: those from before are closed. API keys are as they were then: revoke again what was revoked since.",
  );
  for (const [name, value] of Object.entries(restored.head.settings))
    if (process.env[name] !== value) console.log(`${name} was ${value} then.`);
}

function refused(file: string) {
  return async (error: unknown): Promise<never> => {
    const { UnusableBackup } = await import("#app/upkeep/backup.ts");
    if (error instanceof UnusableBackup) throw new Error(`${file} cannot be restored: ${error.message}.`);
    throw error;
  };
}

function count(number: number): string {
  return number.toLocaleString("en-GB");
}

function seconds(began: number): string {
  return ((Date.now() - began) / 1000).toFixed(1);
}
