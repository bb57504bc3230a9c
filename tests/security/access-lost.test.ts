import { beforeAll, beforeEach, expect, test } from "vitest";
import { makeFeedKey } from "#app/people/make-feed-key.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { closeWeek } from "#app/weekly/close-week.server.ts";
import { pool } from "#db/client.server.ts";
import { useApp } from "#tests/support/app.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const today = dayIn("Europe/London", new Date());
const monday = mondayOf(today);
const lastMonday = daysAfter(monday, -7);
const word = "wheatear";

let reader: Person;
let department: ADepartment;
/** For the reader's team, heard this week and, since closed, last week. */
let ids: string[];
let keys: { api: string; feed: string };

beforeAll(async () => void (await closeWeek({ monday: lastMonday })));

beforeEach(async () => {
  reader = await aPerson();
  department = await aDepartment();
  const author = await aPerson({ team: reader.team });
  ids = [];
  for (const heardOn of [today, lastMonday]) {
    const sent = { visibility: "team", heardOn, tags: [`${word}${heardOn}`] };
    const body = `Heard of a ${word}`;
    ids.push((await anInsight({ person: author, departments: [department], body, sent })).id);
  }
  const feed = await makeFeedKey({ personId: reader.id, name: "a test", scope: "mine" });
  if (feed.outcome !== "made") throw new Error("no key was made");
  const api = await mintApiKey({ email: `${reader.handle}@library.example`, name: "a test" });
  keys = { feed: feed.key, api: api ?? "" };
});

/** Everywhere the reader is shown them. */
function addresses(): string[] {
  const slug = department.slug;
  const [thisWeek, lastWeek] = [monday, lastMonday].map((day) => `/weeks/${weekName(day)}`);
  return [
    "/",
    ...[thisWeek, lastWeek].flatMap((week) => [`${week}`, `${week}.data`, `${week}?by=theme`]),
    ...["", ".data", "/briefing", "/handover"].map((more) => `/departments/${slug}${more}`),
    "/tags",
    `/search?department=${slug}`,
    `/search.data?department=${slug}`,
    `/search/hits?department=${slug}`,
    ...ids.flatMap((id) => [`/insights/${id}`, `/insights/${id}.data`]),
    `/feeds/insights.atom?key=${keys.feed}`,
    `/api/v1/insights?department=${slug}`,
    `/api/v1/search?department=${slug}`,
  ];
}

/** By hand, as another process would: this one hears of it from the database alone. */
const losses: [string, () => Promise<unknown>][] = [
  [
    "is moved to another team",
    async () => {
      const { team } = await aPerson();
      await pool()`update people set team_id = ${team.id} where id = ${reader.id}`;
    },
  ],
  [
    "may no longer read it",
    () => pool()`update insights set visibility = 'me' where id = any(${ids}::uuid[])`,
  ],
  ["has it withdrawn", () => pool()`update insights set withdrawn_at = now() where id = any(${ids}::uuid[])`],
  [
    "has it hidden",
    () =>
      pool()`update insights set hidden_at = now(), hidden_by = author_id, hidden_reason = 'a test'
        where id = any(${ids}::uuid[])`,
  ],
  ["is disabled", () => pool()`update people set disabled_at = now() where id = ${reader.id}`],
];

test.each(losses)(
  "the very next answer to whoever %s does not show it, wherever they ask",
  async (_, lose) => {
    const client = await app.as(reader);
    const read = async (address: string) => {
      const isApi = address.startsWith("/api/");
      return (await client.get(address, isApi ? { authorization: `Bearer ${keys.api}` } : {})).text;
    };
    const all = addresses();
    // So often that what is kept is kept, and shown again.
    for (let times = 0; times < 3; times += 1)
      for (const address of all) expect(await read(address), address).toContain(word);
    await lose();
    for (const [at, text] of (await Promise.all(all.map(read))).entries())
      expect(text, all[at]).not.toContain(word);
  },
);
