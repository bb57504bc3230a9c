import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { demoInsights } from "#db/demo/content/all-insights.ts";
import { askWell } from "./ask.ts";
import { quantile, timed } from "./compare.ts";
import { makeText } from "./make-texts.ts";
import { apiOf, type Bench, besideFloor, type Figure, floorOf } from "./measuring.ts";
import { seededRandom } from "./random.ts";

const oneAfterAnother = 50;
const patienceMs = 5_000;
const random = seededRandom(21);

export async function measureSave(bench: Bench): Promise<Figure[]> {
  const figure = await besideFloor(bench, "save, through the API", {
    ours: () => save(bench),
    floor: () => saveBarely(bench),
    goal: { atMost: 2.5, of: "ratio" },
  });
  return [figure];
}

/** From sending until a search has it, and until the engine's index is known to hold it. */
export async function measureFound(bench: Bench): Promise<Figure[]> {
  const client = postgres(bench.addresses.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const found: number[] = [];
    const confirmed: number[] = [];
    for (let at = 0; at < 2 * oneAfterAnother; at++) {
      // In turns: looking for it with searches would slow the indexing that is timed.
      if (at % 2 === 0) {
        found.push(await timed(() => saveAndFind(bench)));
        await sleep(150);
      } else confirmed.push(await timed(() => saveAndConfirm(bench, client)));
    }
    return [
      inMilliseconds("sent → found, p50", found, 0.5, 10),
      inMilliseconds("sent → found, worst of 50", found, 1, 30),
      inMilliseconds("sent → in the index, p50", confirmed, 0.5),
      inMilliseconds("sent → in the index, p95", confirmed, 0.95, 100),
    ];
  } finally {
    await client.end({ timeout: 5 });
  }
}

function inMilliseconds(name: string, times: readonly number[], part: number, atMost?: number): Figure {
  const goal = atMost === undefined ? undefined : { atMost, of: "value" as const };
  return { name, unit: "ms", value: quantile(times, part), goal };
}

async function saveAndFind(bench: Bench): Promise<void> {
  // A word that nobody has written.
  const word = `q${randomUUID().replaceAll(/[^a-f]/g, "")}z${Date.now().toString(36).replaceAll(/\d/g, "k")}`;
  const { id } = await save(bench, `${makeText(random).body} ${word}.`);
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const answer = JSON.parse((await askWell(apiOf(bench, `/api/v1/search?q=${word}`))).toString("utf8"));
    if (answer.items.some((item: { id: string }) => item.id === id)) return;
  }
  throw new Error("what was saved was not found by search");
}

async function saveAndConfirm(bench: Bench, client: postgres.Sql): Promise<void> {
  const { id } = await save(bench);
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const [state] = await client`
      select confirmed = wanted as ready from insight_index_states where insight_id = ${id}`;
    if (state?.ready) return;
    await sleep(2);
  }
  throw new Error("what was saved did not reach the index");
}

/** Posts an insight through the API. */
export async function save(bench: Bench, text?: string): Promise<{ id: string }> {
  const { like, body } = makeText(random);
  const { departments, channel, tags, kind } = like;
  const sent = { body: text ?? body, departments, channel, tags, kind, heardOn: bench.today };
  const question = apiOf(bench, "/api/v1/insights", {
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
  });
  const answer = await askWell({ ...question, method: "POST", body: JSON.stringify(sent) }, 201);
  return JSON.parse(answer.toString("utf8"));
}

function saveBarely(bench: Bench): Promise<unknown> {
  const body = JSON.stringify({ body: makeText(random).body, author: demoInsights[0]?.by });
  const headers = { "content-type": "application/json" };
  return askWell({ ...floorOf(bench, "/notes"), method: "POST", headers, body }, 201);
}
