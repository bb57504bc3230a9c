// Run as a process of its own by killed-backend.test.ts: what it must survive would take the test runner with it.
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

const [url = "", adminUrl = "", scenario = ""] = process.argv.slice(2);
const sql = postgres(url, { max: 4, onnotice: () => {} });
const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });

async function kill(tx: postgres.ISql): Promise<void> {
  const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await admin`select pg_terminate_backend(${row?.pid ?? 0})`;
}

/** Kills the backend of this database that is at work on such a statement, as soon as there is one. */
async function killWhoAsks(like: string): Promise<void> {
  for (;;) {
    const killed = await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'active' and query like ${like}`;
    if (killed.length > 0) return;
    await sleep(20);
  }
}

async function write(tx: postgres.ISql, text: string): Promise<void> {
  await tx`insert into written (text) values (${text})`;
}

/** Other work on the pool, so that it opens the killed connection's slot again. */
async function useWholePool(): Promise<void> {
  await Promise.all(Array.from({ length: 8 }, () => sql`select pg_sleep(0.02)`.catch(() => {})));
}

const transactions: Record<string, (tx: postgres.TransactionSql) => Promise<unknown>> = {
  "the next statement comes at once": async (tx) => {
    await kill(tx);
    await write(tx, "after");
  },
  "the next statement comes when the pool has opened the slot again": async (tx) => {
    await kill(tx);
    await sleep(50);
    await useWholePool();
    await write(tx, "after");
  },
  "the callback goes on after every error": async (tx) => {
    await kill(tx);
    for (let n = 0; n < 20; n++) {
      await write(tx, "after").catch(() => {});
      await sleep(10);
      if (n === 5) await useWholePool();
    }
  },
  "a statement is under way": async (tx) => {
    const slow = tx`select pg_sleep(60)`.execute();
    const ended = slow.catch(() => {});
    await killWhoAsks("select pg_sleep(60)%");
    await ended;
    await useWholePool();
    await write(tx, "after");
  },
  "many statements are waiting": async (tx) => {
    const killed = kill(tx);
    await Promise.all([
      killed,
      ...Array.from({ length: 50 }, (_, n) => write(tx, `after ${n} ${"x".repeat(2000)}`)),
    ]);
  },
  "in a savepoint": async (tx) => {
    await tx.savepoint(async (inner) => {
      await kill(inner);
      await sleep(30);
      await useWholePool();
      await write(inner, "after");
    });
  },
  "the commit is next": async (tx) => {
    await kill(tx);
    await sleep(50);
    await useWholePool();
  },
  "the callback throws": async (tx) => {
    await kill(tx);
    await sleep(30);
    throw new Error("of its own");
  },
};

const others: Record<string, () => Promise<unknown>> = {
  "a reserved connection": async () => {
    const reserved = await sql.reserve();
    try {
      await kill(reserved);
      await sleep(50);
      await useWholePool();
      await write(reserved, "after");
    } finally {
      reserved.release();
    }
  },
  "nothing killed, but begun behind a full pipeline": async () => {
    for (let waiting = 95; waiting < 105; waiting++) {
      const one = postgres(url, { max: 1, onnotice: () => {} });
      await one`select 1`;
      const before = Array.from({ length: waiting }, () => one`select 1`.execute());
      await one.begin((tx) => tx`select 1`);
      await Promise.all([...before, one.end()]);
    }
    throw new Error("nothing was lost");
  },
  "rows being copied in": async () => {
    const rows = await sql`copy written (text) from stdin`.writable();
    const ended = new Promise((_, reject) => rows.on("error", reject));
    // The end may be heard before the answer to the killing is, and before anybody waits for it.
    ended.catch(() => {});
    await killWhoAsks("copy written%");
    const writing = setInterval(() => rows.write("after\n"), 5);
    await ended.finally(() => clearInterval(writing));
  },
};

/** The callbacks themselves: a transaction is given up as soon as its connection is, and they go on. */
const callbacks: Promise<unknown>[] = [];

async function attempt(): Promise<void> {
  const other = others[scenario];
  if (other) return void (await other());
  const body = transactions[scenario];
  if (!body) throw new Error(`no scenario: ${scenario}`);
  await sql.begin(async (tx) => {
    await write(tx, "before");
    const callback = body(tx);
    callbacks.push(callback);
    return await callback;
  });
}

const copies = scenario in others || scenario.includes("under way") ? 1 : 3;
const results = await Promise.allSettled(Array.from({ length: copies }, attempt));
await Promise.allSettled(callbacks);
const [alive] = await sql<{ one: number }[]>`select 1 as one`;
await Promise.all([sql.end(), admin.end()]);
console.log(
  JSON.stringify({
    rejected: results.filter((r) => r.status === "rejected").length,
    of: copies,
    alive: alive?.one,
  }),
);
