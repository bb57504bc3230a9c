import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { count, countDistinct, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startImport } from "#app/imports/start-import.server.ts";
import { beginImport, checkImport } from "#app/imports/turn-import.server.ts";
import type { Person } from "#app/people/person.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { importProblems, imports } from "#db/schema/imports.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { untilLeftAlone } from "#tests/support/left-alone.ts";
import { firstMessage } from "#tests/support/processes.ts";
import { run, seen } from "./bring-in.ts";
import { brokenAmong, manyRows } from "./many-rows.ts";

useFilesFolder();
const database = useDatabase();

const isLong = process.env.CORRIDOR_TEST_LONG === "1";
const rows = isLong ? 100_000 : 5_000;
const kills = isLong ? 100 : 4;
const seed = Number(process.env.CORRIDOR_TEST_SEED ?? Math.floor(Math.random() * 1e9));
const counts = { posted: rows - brokenAmong(rows), refused: brokenAmong(rows) };
const program = new URL("./importing.program.ts", import.meta.url).pathname;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const running = new Set<ChildProcess>();
let folder: string;
let person: Person;
let file: string;
let content: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "corridor-killed-"));
  file = join(folder, "old.csv");
  person = await aPerson({ role: "editor" });
  const departments = await Promise.all([1, 2].map(() => aDepartment()));
  content = Buffer.concat([
    ...manyRows(
      rows,
      departments.map(({ slug }) => slug),
    ),
  ]);
  await writeFile(file, content);
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

function start(...given: string[]): ChildProcess {
  const env = { ...process.env, DATABASE_URL: database.url, MEILISEARCH: "off" };
  const child = fork(program, given, { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

type News = { rows?: number; checked?: boolean; done?: string; posted?: number };

/** Kills it so long after it has posted its first rows, unless it ends before. */
async function killWhilePosting(child: ChildProcess, afterMs: number): Promise<void> {
  const begun = new Promise<void>((resolve) => {
    child.on("message", (news: News) => {
      if (isPosting && news.rows !== undefined) resolve();
      isPosting ||= news.checked === true;
    });
  });
  const ended = once(child, "exit");
  await Promise.race([begun, ended]);
  await Promise.race([sleep(afterMs), ended]);
  child.kill("SIGKILL");
  await ended;
}
/** One that goes on with what another began has nothing to check: its first rows are posted ones. */
let isPosting = false;

async function allOnce(id: string): Promise<void> {
  expect(await seen(person, id)).toMatchObject({
    state: "finished",
    rowsRead: rows,
    ...counts,
    alreadyThere: 0,
  });
  const [stored] = await db
    .select({ all: count(), different: countDistinct(insights.idempotencyKey) })
    .from(insights)
    .where(eq(insights.importId, id));
  expect(stored).toEqual({ all: counts.posted, different: counts.posted });
  const [problems] = await db
    .select({ all: count() })
    .from(importProblems)
    .where(eq(importProblems.importId, id));
  expect(problems?.all).toBe(counts.refused);
  expect(await checkInvariants()).toEqual([]);
}

test(`killed ${kills} times at random while posting, an import goes on where it stopped (seed ${seed})`, async () => {
  const random = randomFrom(seed);
  const stops: number[] = [];
  let isFinished = false;
  for (let kill = 0; kill < kills && !isFinished; kill += 1) {
    const child = start(`${person.handle}@library.example`, file);
    await killWhilePosting(child, random() * (isLong ? 4_000 : 1_500));
    await untilLeftAlone(database);
    const [row] = await db.select({ rowsRead: imports.rowsRead, state: imports.state }).from(imports);
    stops.push(row?.rowsRead ?? 0);
    isFinished = row?.state === "finished";
  }
  expect(stops).toEqual(stops.toSorted((a, b) => a - b));
  expect(await db.select({ id: imports.id }).from(imports)).toHaveLength(1);
  if (!isFinished) {
    const [last] = (await once(start(`${person.handle}@library.example`, file), "exit")) as [number];
    expect(last).toBe(0);
  }
  const [row] = await db.select({ id: imports.id }).from(imports);
  await allOnce(row?.id ?? "");
}, 3_600_000);

test("a killed worker's import is gone on with by another worker, and nothing is posted twice", async () => {
  const fewer = content
    .toString()
    .replaceAll("Heard in corridor", "Heard at the desk")
    .replaceAll(/"(\d+)"\r\n/g, '"desk $1"\r\n');
  const started = await startImport({
    person,
    fileName: "desk.csv",
    chunks: pieces(Buffer.from(fewer)),
    place: "worker",
  });
  if (started.outcome === "refused") throw new Error(started.problem);
  const { id } = started;
  await checkImport({ person, id, mapping: (await seen(person, id)).mapping });
  await run(person, id);
  await beginImport({ person, id });

  const first = start();
  await firstMessage(first);
  first.kill("SIGKILL");
  await once(first, "exit");
  await untilLeftAlone(database);
  const left = await seen(person, id);
  expect(left.state).toBe("importing");
  expect(left.rowsRead).toBeGreaterThan(0);
  // Silent for so long that it is taken for dead: the test does not wait as long.
  await db
    .update(imports)
    .set({ aliveAt: sql`${imports.aliveAt} - interval '1 minute'` })
    .where(eq(imports.id, id));

  const second = start();
  // It tells of every set; the last one is followed by the end.
  for (let view = left; view.state === "importing"; view = await seen(person, id)) {
    await once(second, "message", { signal: AbortSignal.timeout(250) }).catch(() => {});
  }
  second.kill("SIGKILL");
  await allOnce(id);
}, 600_000);

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
