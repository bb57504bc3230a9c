import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import type { Person } from "#app/people/person.ts";
import { compareIndex } from "#app/search/compare-index.server.ts";
import { searchState } from "#app/search/search-state.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { type ADepartment, aDepartment, aPerson } from "#tests/support/factories.ts";

const app = useApp();
const posters = 10;
const postsEach = process.env.CORRIDOR_TEST_LONG ? 60 : 6;
const searchers = 10;
const seen = { timeout: 60_000, interval: 50 };

let department: ADepartment;

beforeAll(async () => {
  department = await aDepartment({ name: "Department of Haste" });
  await vi.waitFor(async () => expect(await searchState()).toBe("ok"), seen);
});

/** A word nobody has written: letters alone, so that no part of it is another's. */
function aWord(): string {
  return `q${randomUUID().replaceAll(/[^a-f]/g, "")}${randomUUID().replaceAll(/[\d-]/g, "")}`;
}

type Found = { total: number; found: { id: string }[] };

async function find(client: Client, query: string): Promise<Found> {
  const page = await client.get(`/search/hits?${query}&as=cards`);
  expect(page.status).toBe(200);
  return JSON.parse(page.text);
}

/** Posts, and looks at once for what was posted: by its word, by two, and by its department and word. */
async function postAndFind(client: Client, visibility: string): Promise<string> {
  const word = aWord();
  const fields = { key: randomUUID(), body: `Hurried ${word} words`, departments: department.slug };
  const posted = await client.post("/insights/new", { ...fields, channel: "coffee", visibility });
  expect(posted.status).toBe(302);
  const [one, two, within] = await Promise.all(
    [`q=${word}`, `q=${word}%20hurried`, `q=${word}&department=${department.slug}`].map((query) =>
      find(client, query),
    ),
  );
  expect([one?.total, within?.total], "the very next search finds it").toEqual([1, 1]);
  const [hit] = one?.found ?? [];
  expect(two?.found[0]?.id, "and first, among all that were hurried").toBe(hit?.id);
  return word;
}

test("however many post and search at once, everybody finds what they posted at the next search, and nobody else what is theirs alone", async () => {
  const people: Person[] = await Promise.all(Array.from({ length: posters }, () => aPerson()));
  const clients = await Promise.all(people.map((person) => app.as(person)));
  const reader = await app.as(await aPerson());
  const secrets: string[] = [];
  let posting = true;
  const searching = Array.from({ length: searchers }, async (_, at) => {
    for (let turn = 0; posting; turn += 1) {
      const { total } = await find(reader, turn % 2 ? "q=hurried" : `q=hurried%20words&sort=newest`);
      expect(total).toBeLessThanOrEqual(posters * postsEach);
      const secret = secrets[(turn + at) % Math.max(1, secrets.length)];
      if (secret) expect((await find(reader, `q=${secret}`)).total, "theirs alone").toBe(0);
    }
  });
  const writing = clients.map(async (client) => {
    for (let number = 0; number < postsEach; number += 1) {
      const visibility = number % 3 === 2 ? "me" : "staff";
      const word = await postAndFind(client, visibility);
      if (visibility === "me") secrets.push(word);
    }
  });
  await Promise.all(writing).finally(() => {
    posting = false;
  });
  await Promise.all(searching);
  const staff = posters * (postsEach - Math.floor(postsEach / 3));
  expect((await find(reader, "q=hurried")).total).toBe(staff);
  await vi.waitFor(
    async () => expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 }),
    seen,
  );
  expect((await find(reader, "q=hurried")).total).toBe(staff);
  expect(await checkInvariants()).toEqual([]);
});
