import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { beginIndexView, expectQuiet, indexViewBeside } = await import("#app/search/index-view.server.ts");
const { keptReadable } = await import("#app/search/kept-readable.server.ts");
const { lookUpSession } = await import("#app/people/find-session-person.server.ts");
const { startSession } = await import("#app/people/start-session.server.ts");
const { runTransaction } = await import("#db/run-transaction.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { anInsight, aPerson, found } = await import("./library.ts");

beforeAll(async () => {
  expect(await ensureIndex()).toBe("rebuilt");
});
afterAll(closeSender);

async function view() {
  const seen = await beginIndexView();
  if (!seen) throw new Error("there is no engine");
  return seen;
}

test("while nothing is on its way, the engine may be asked before that is known again", async () => {
  await view();
  const wasRight = expectQuiet();
  expect(wasRight?.(await view())).toBe(true);
});

test("nothing is expected while something is on its way", async () => {
  const person = await aPerson();
  await view();
  const wasRight = expectQuiet();
  const id = await anInsight({ person, body: "okapi shelving" });
  expect(wasRight?.(await view())).toBe(false);
  expect(expectQuiet()).toBeUndefined();
  expect(await found(person, { q: "okapi" })).toMatchObject({ ids: [id] });
  await indexUnconfirmed();
});

test("what was saved and indexed while the view was on its way is not taken for found", async () => {
  await view();
  const wasRight = expectQuiet();
  // Had the engine been asked here, it could not have known of it.
  await anInsight({ person: await aPerson(), body: "tapir opening hours" });
  await indexUnconfirmed();
  const seen = await view();
  expect(seen.unconfirmed).toEqual([]);
  expect(wasRight?.(seen)).toBe(false);
});

test("in the question for a session it is the same view", async () => {
  const person = await aPerson();
  const token = await runTransaction((tx) => startSession(tx, { personId: person.id, userAgent: "a test" }));
  const seen = async () => {
    const column = indexViewBeside();
    const { beside } = await lookUpSession(token, { beside: column });
    expect(beside).toBeDefined();
    return beginIndexView({ name: column?.name ?? "", told: Promise.resolve(beside) });
  };
  expect(await seen()).toEqual(await view());
  const id = await anInsight({ person, body: "quokka by the loan desk" });
  expect(await seen()).toMatchObject({ unconfirmed: [id] });
  await indexUnconfirmed();
  expect(await seen()).toEqual(await view());
});

test("how much one may read is counted anew once the index has changed, and by each reader", async () => {
  const [one, other] = [await aPerson(), await aPerson()];
  await view();
  keptReadable(one)?.keep(7);
  expect(keptReadable(one)?.known).toBe(7);
  expect(keptReadable(other)).toMatchObject({ known: undefined });
  await anInsight({ person: one, body: "numbat in the stacks" });
  await view();
  expect(keptReadable(one), "while something is on its way").toBeUndefined();
  await indexUnconfirmed();
  await view();
  expect(keptReadable(one)).toMatchObject({ known: undefined });
});
