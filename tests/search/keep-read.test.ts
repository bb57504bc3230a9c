import { beforeAll, expect, test, vi } from "vitest";
import { listInsightCards } from "#app/insights/list-insight-cards.server.ts";
import { restoreInsight, withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { lookUpSession } from "#app/people/find-session-person.server.ts";
import type { Person } from "#app/people/person.ts";
import { startSession } from "#app/people/start-session.server.ts";
import { keepRead } from "#app/search/keep-read.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();

let author: Person;
let reader: Person;
let token: string;
let ids: string[];

beforeAll(async () => {
  author = await aPerson();
  reader = await aPerson();
  token = await runTransaction((tx) => startSession(tx, { personId: reader.id, userAgent: "a test" }));
  const one = await anInsight({ person: author });
  const other = await anInsight({ person: author });
  const hidden = await anInsight({ person: author, sent: { visibility: "me" } });
  ids = [other.id, one.id, hidden.id];
});

const lookUp = () => lookUpSession(token).then(({ unchangedSince }) => unchangedSince);
const idsOf = (cards: { id: string }[]): string[] => cards.map(({ id }) => id);

function keeping() {
  const read = vi.fn(listInsightCards);
  const keep = keepRead({ read, most: 100 });
  const asks = (): (readonly string[])[] => read.mock.calls.map(([wanted]) => wanted.ids);
  return { keep, asks };
}

test("what was read is not read again as long as nothing has changed, and in the order asked for", async () => {
  const { keep, asks } = keeping();
  await lookUp();
  await lookUp();
  const [first = "", second = "", hidden = ""] = ids;
  const asked = { person: reader, unchangedSince: lookUp() };
  expect(idsOf(await keep({ ...asked, ids: [first] }))).toEqual([first]);
  expect(idsOf(await keep({ ...asked, ids: [second, first, hidden] }))).toEqual([second, first]);
  expect(idsOf(await keep({ ...asked, ids: [first, second] }))).toEqual([first, second]);
  expect(asks()).toEqual([[first], [second, hidden]]);
});

test("what has changed is read anew by whoever is told so, and by all after them", async () => {
  const { keep } = keeping();
  const [first = "", second = ""] = ids;
  const find = async () =>
    idsOf(await keep({ person: reader, ids: [first, second], unchangedSince: lookUp() }));
  await lookUp();
  expect(await find()).toEqual([first, second]);
  await withdrawInsight({ person: author, id: first });
  expect(await find()).toEqual([second]);
  expect(await find()).toEqual([second]);
  await restoreInsight({ person: author, id: first });
  await lookUp();
  expect(await find()).toEqual([first, second]);
});

test("what one may read is kept for nobody else, and nothing is for whoever cannot tell", async () => {
  const { keep, asks } = keeping();
  const hidden = ids.slice(2);
  await lookUp();
  expect(idsOf(await keep({ person: author, ids: hidden, unchangedSince: lookUp() }))).toEqual(hidden);
  expect(await keep({ person: reader, ids: hidden, unchangedSince: lookUp() })).toEqual([]);
  expect(idsOf(await keep({ person: author, ids: hidden }))).toEqual(hidden);
  expect(asks()).toHaveLength(3);
});
