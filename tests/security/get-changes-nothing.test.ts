import postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { dayIn, mondayOf, weekName } from "#app/settings/calendar.ts";
import { allRoutes } from "#tests/support/all-routes.ts";
import { useApp } from "#tests/support/app.ts";
import { type Cast, plantCanaries } from "./canaries.ts";
import { crawl } from "./crawl.ts";

// Without the worker: what it indexes meanwhile is no page's doing.
const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const oldest = weekName(mondayOf(dayIn("Europe/London", new Date())));
let cast: Cast;

beforeAll(async () => {
  cast = await plantCanaries();
});

/** A sum over every row of every table, those of the job queue included. */
async function sumOfEverything(): Promise<Record<string, string>> {
  const sql = postgres(app.database.superUrl, { max: 1 });
  try {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
    const sums: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await sql.unsafe(
        `select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${name} t`,
      );
      sums[name] = row?.sum;
    }
    return sums;
  } finally {
    await sql.end();
  }
}

test.each(["author", "admin"])(
  "the %s looks at everything there is, and nothing is changed by it",
  async (name) => {
    const client = await app.as(cast.readers.get(name));
    const before = await sumOfEverything();
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(["public.insights", "public.sessions", "pgboss.job"]),
    );
    const starts = (await allRoutes()).filter((address) => !/[:*]|^\/api\//.test(address));
    const visits = await crawl(client, { from: starts, oldest });
    expect(visits.length).toBeGreaterThan(40);
    expect(await sumOfEverything()).toEqual(before);
  },
);

test("to ask by GET for what a form does is to ask for nothing", async () => {
  const author = cast.author;
  const client = await app.as(author);
  const { id } = cast.canaries[0]!;
  const before = await sumOfEverything();
  const body = "body=Heard&departments=x&channel=coffee&key=12345678";
  const addresses = [
    `/insights/${id}?intent=withdraw`,
    `/insights/${id}?_method=POST&intent=withdraw`,
    `/insights/${id}/edit?version=1&${body}`,
    `/insights/new?${body}`,
    "/me?intent=end-sessions",
    "/sign-out?intent=sign-out",
    `/sign-in?email=${author.handle}@library.example&password=x`,
    `/sign-in?demonstration=${author.handle}`,
  ];
  for (const address of addresses) {
    await client.get(address);
    await client.get(address, { "x-http-method-override": "POST" });
  }
  expect(await sumOfEverything()).toEqual(before);
  expect((await client.get("/me")).status).toBe(200);
});
