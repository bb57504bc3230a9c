import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listDrafts } from "#app/insights/list-drafts.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { startSession } from "#app/people/start-session.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";
import { untilLeftAlone } from "#tests/support/left-alone.ts";
import { whenReady } from "#tests/support/processes.ts";

const database = useDatabase();

const isLong = process.env.CORRIDOR_TEST_LONG === "1";
const kills = isLong ? 100 : 8;
const seed = Number(process.env.CORRIDOR_TEST_SEED ?? Math.floor(Math.random() * 1e9));

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

type Server = { process: ChildProcess; origin: string };

async function startServer(): Promise<Server> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: database.url,
    MEILISEARCH: "off",
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: "0",
    // One person posts here for all of a library.
    REQUESTS_PER_MINUTE: "1000000",
    WRITES_PER_MINUTE: "1000000",
    KEYSTROKES_PER_SECOND: "1000000",
  };
  const child = fork("build/server/serve.js", { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  return { process: child, origin: await whenReady(child) };
}

let key = "";
let department = "";
let running: Server | undefined;

beforeAll(async () => {
  const person = await aPerson();
  key = (await mintApiKey({ email: `${person.handle}@library.example`, name: "a test" })) ?? "";
  department = (await aDepartment()).slug;
});
afterAll(() => running?.process.kill("SIGKILL"));

/** Posts until the server dies; tells which insights it said were saved. */
async function postUntilKilled(origin: string, acknowledged: string[]): Promise<void> {
  for (;;) {
    const body = JSON.stringify({
      body: `Heard ${newId()}`,
      departments: [department],
      channel: "coffee",
      tags: ["kept"],
    });
    const headers = {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": newId(),
    };
    try {
      const answer = await fetch(`${origin}/api/v1/insights`, { method: "POST", headers, body });
      if (answer.status !== 201) throw new Error(`posting was answered ${answer.status}`);
      acknowledged.push(((await answer.json()) as { id: string }).id);
    } catch (error) {
      if (error instanceof TypeError || (error instanceof Error && error.name === "AbortError")) return;
      throw error;
    }
  }
}

/** Writes an insight as the form does: its draft first, then, with the draft's key, the post; tells what was answered. */
async function writeUntilKilled(origin: string, cookie: string, writing: Writing): Promise<void> {
  const headers = { cookie, origin, "sec-fetch-site": "same-origin" };
  const send = (path: string, fields: Record<string, string>) =>
    fetch(origin + path, { method: "POST", headers, body: new URLSearchParams(fields), redirect: "manual" });
  for (;;) {
    const key = newId();
    const fields = {
      as: writing.personId,
      key,
      body: `Heard ${key}`,
      departments: department,
      channel: "coffee",
    };
    try {
      const { kept } = (await (await send("/drafts", { ...fields, draft: "1" })).json()) as { kept: boolean };
      if (!kept) throw new Error("a draft was not kept");
      writing.kept.push(key);
      const { posted } = (await (await send("/insights/from-device", fields)).json()) as { posted?: string };
      if (!posted) throw new Error("a form was not posted");
      writing.posted.push(key);
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return;
      throw error;
    }
  }
}

type Killing = { running: Server; random: () => number; work: Promise<unknown>; done: readonly string[] };

/** Kills the server within half a second of its first answers, however long a busy machine lets it wait for them. */
async function killAtRandom({ running, random, work, done }: Killing): Promise<void> {
  const before = done.length;
  const begun = expect.poll(() => done.length, { timeout: 30_000, interval: 20 }).toBeGreaterThan(before + 1);
  await Promise.race([work, begun]);
  await sleep(random() * 500);
  running.process.kill("SIGKILL");
  await Promise.all([work, begun]);
}

type Writing = { personId: string; kept: string[]; posted: string[] };

test(`killed ${kills} times, the server keeps each draft until its insight is there, and never both (seed ${seed})`, async () => {
  const random = randomFrom(seed + 1);
  const person = await aPerson();
  const token = await runTransaction((tx) => startSession(tx, { personId: person.id, userAgent: "a test" }));
  const writing: Writing = { personId: person.id, kept: [], posted: [] };
  for (let kill = 0; kill < kills; kill += 1) {
    running = await startServer();
    const writers = [1, 2, 3].map(() => writeUntilKilled(running?.origin ?? "", `sid=${token}`, writing));
    await killAtRandom({ running, random, work: Promise.all(writers), done: writing.posted });
  }
  await untilLeftAlone(database);
  const mine = await db.select().from(insights).where(eq(insights.authorId, person.id));
  const posted = new Set(mine.map(({ idempotencyKey }) => idempotencyKey));
  const drafted = new Set((await listDrafts(person.id)).map(({ key: draftKey }) => draftKey));
  expect(writing.posted.length).toBeGreaterThan(kills);
  expect(writing.posted.filter((one) => !posted.has(one))).toEqual([]);
  // The last that were kept, for of very many the oldest go.
  const last = writing.kept.slice(-20);
  expect(last.filter((one) => posted.has(one) === drafted.has(one))).toEqual([]);
}, 600_000);

test(`killed ${kills} times while posting, the server loses nothing it acknowledged (seed ${seed})`, async () => {
  const random = randomFrom(seed);
  const acknowledged: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    running = await startServer();
    const posting = [1, 2, 3, 4].map(() => postUntilKilled(running?.origin ?? "", acknowledged));
    await killAtRandom({ running, random, work: Promise.all(posting), done: acknowledged });
  }
  await untilLeftAlone(database);
  const saved = new Set((await db.select({ id: insights.id }).from(insights)).map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThan(kills);
  expect(acknowledged.filter((id) => !saved.has(id))).toEqual([]);
  expect(await checkInvariants()).toEqual([]);
}, 600_000);
