import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, describe, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { ownTime } from "#tests/support/own-time.ts";

const database = useDatabase();
const LIMIT_S = 2;
const DEADLINE_MS = 3_500;

type Fault = "close" | "reset" | "silence";
type Proxy = { url: string; break(fault: Fault): void };

const opened: { server: Server; sockets: Set<Socket> }[] = [];
const clients: postgres.Sql[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((sql) => sql.end({ timeout: 0 })));
  for (const { server, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

/** A way to the database that lets so many of the server's answers through on each connection, then breaks. */
async function startProxy(fault: Fault, answersBefore: number): Promise<Proxy> {
  const { hostname, port } = new URL(database.url);
  const sockets = new Set<Socket>();
  const pairs = new Set<() => void>();
  let broken: Fault | undefined;
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
    let silent = false;
    let answers = 0;
    const fail = (kind: Fault): void => {
      silent = true;
      if (kind === "close") client.end();
      if (kind === "reset") client.resetAndDestroy();
    };
    pairs.add(() => broken && fail(broken));
    client.on("data", (chunk) => silent || behind.write(chunk));
    behind.on("data", (chunk) => {
      if (!silent) client.write(chunk);
      answers += 1;
      if (answers === answersBefore) fail(fault);
    });
    client.on("close", () => behind.destroy());
    if (answersBefore === 0) fail(fault);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push({ server, sockets });
  const url = new URL(database.url);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    break: (kind) => {
      broken = kind;
      for (const pair of pairs) pair();
    },
  };
}

function connectTo(url: string, limit = LIMIT_S): postgres.Sql {
  const sql = postgres(url, {
    max: 2,
    connect_timeout: limit,
    response_timeout: limit,
    onnotice: () => {},
  });
  clients.push(sql);
  return sql;
}

async function outcome(query: PromiseLike<unknown>): Promise<{ settled: string; inTime: boolean }> {
  let settled = "";
  const took = await ownTime(async () => {
    settled = await Promise.race([
      Promise.resolve(query).then(
        () => "resolved",
        () => "rejected",
      ),
      sleep(20_000, "still waiting", { ref: false }),
    ]);
  });
  return { settled, inTime: took < DEADLINE_MS };
}

const rejectedInTime = { settled: "rejected", inTime: true };

describe.each(["close", "reset", "silence"] as const)("a server that ends in %s", (fault) => {
  test("at any point of the start", async () => {
    // 0: at once; 1: after asking for a password; 2 and 3: while it is checked; 4: while the types are fetched.
    const outcomes = [0, 1, 2, 3, 4].map(async (answers) => {
      const sql = connectTo((await startProxy(fault, answers)).url);
      return [await outcome(sql`select 1`), await outcome(sql.begin((tx) => tx`select 1`))];
    });
    expect((await Promise.all(outcomes)).flat()).toEqual(Array(10).fill(rejectedInTime));
  });

  test("in a statement and in a transaction", async () => {
    const proxy = await startProxy(fault, Number.POSITIVE_INFINITY);
    const sql = connectTo(proxy.url);
    await Promise.all([sql`select 1`, sql`select 1`]);
    const outcomes = [outcome(sql`select pg_sleep(10)`), outcome(sql.begin((tx) => tx`select pg_sleep(10)`))];
    setTimeout(() => proxy.break(fault), 200);
    expect(await Promise.all(outcomes)).toEqual([rejectedInTime, rejectedInTime]);
  });
});

test("a slow statement is waited for within the limit", async () => {
  const sql = connectTo(database.url, 10);
  expect(await outcome(sql`select pg_sleep(1)`)).toEqual({ settled: "resolved", inTime: true });
});

test("an idle connection is not given up", async () => {
  const sql = postgres(database.url, { max: 1, response_timeout: LIMIT_S, onnotice: () => {} });
  clients.push(sql);
  const [before] = await sql`select pg_backend_pid() as pid`;
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const [after] = await sql`select pg_backend_pid() as pid`;
  expect(after).toEqual(before);
});
