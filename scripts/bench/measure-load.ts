import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { askWell } from "./ask.ts";
import { quantile, timed } from "./compare.ts";
import { makeText } from "./make-texts.ts";
import { save } from "./measure-saving.ts";
import { apiOf, type Bench, type Figure, pageOf } from "./measuring.ts";
import { seededRandom } from "./random.ts";

const seconds = 20;
const perSecond = { posts: 5, searches: 50 } as const;
const random = seededRandom(34);

/** How soon the index is known to hold what is posted, and how searches fare, while both go on at a library's busiest. */
export async function measureLoad(bench: Bench): Promise<Figure[]> {
  const client = postgres(bench.addresses.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await untilAllIsIndexed(client);
    const searches: number[] = [];
    const ids: string[] = [];
    await Promise.all([
      atPace(perSecond.posts, async () => {
        ids.push((await save(bench)).id);
      }),
      atPace(perSecond.searches, async (turn) => {
        const words = makeText(random)
          .body.split(/\W+/)
          .filter((word) => word.length > 4);
        const q = encodeURIComponent(words.slice(0, 1 + (turn % 3)).join(" "));
        const asked =
          turn % 5 === 0 ? pageOf(bench, `/search.data?q=${q}`) : apiOf(bench, `/api/v1/search?q=${q}`);
        searches.push(await timed(() => askWell(asked)));
      }),
    ]);
    const waits = await confirmedAfter(client, ids);
    const name = `at ${perSecond.posts} posts and ${perSecond.searches} searches a second:`;
    return [
      { name: `${name} in the index, p50`, unit: "ms", value: quantile(waits, 0.5) },
      inTime(`${name} in the index, p95`, quantile(waits, 0.95), 1_000),
      { name: `${name} a search, p50`, unit: "ms", value: quantile(searches, 0.5) },
      { name: `${name} a search, p95`, unit: "ms", value: quantile(searches, 0.95) },
    ];
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** What was saved by another measure is in the index first: this one is of a library at its busiest, not of a queue. */
async function untilAllIsIndexed(client: postgres.Sql): Promise<void> {
  for (;;) {
    const [left] =
      await client`select from insight_index_states where confirmed is distinct from wanted limit 1`;
    if (!left) return;
    await sleep(50);
  }
}

function inTime(name: string, value: number, atMost: number): Figure {
  return { name, unit: "ms", value, goal: { atMost, of: "value" } };
}

/** Begins one after another at that pace, however long each takes. */
async function atPace(each: number, work: (turn: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (let turn = 0; turn < each * seconds; turn += 1) {
    const wait = began + (turn * 1_000) / each - performance.now();
    if (wait > 0) await sleep(wait);
    under.push(work(turn));
  }
  await Promise.all(under);
}

/** By the database's clock: from the transaction that saved each to the engine's word that it is found. */
async function confirmedAfter(client: postgres.Sql, ids: readonly string[]): Promise<number[]> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await sleep(50)) {
    const rows = await client<{ ms: number | null }[]>`
      select extract(epoch from confirmed_at - changed_at)::float8 * 1000 as ms
      from insight_index_states where insight_id = any(${[...ids]}::uuid[]) and confirmed = wanted`;
    if (rows.length === ids.length) return rows.map(({ ms }) => ms ?? 0);
  }
  throw new Error("what was posted under load did not reach the index within a minute");
}
