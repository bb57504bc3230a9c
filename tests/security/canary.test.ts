import { and, count, eq, max, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { readableInSql } from "#app/insights/readable.server.ts";
import { allStaffRule, type Rule, readingRule } from "#app/insights/readable.ts";
import { type Day, dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { allRoutes } from "#tests/support/all-routes.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { type Cast, mayOpen, mayRead, plantCanaries } from "./canaries.ts";
import { asData, crawl } from "./crawl.ts";

const app = useApp();
const who = ["author", "mate", "assistant", "liaison", "editor", "admin"];
const monday = mondayOf(dayIn("Europe/London", new Date()));
const oldest = weekName(daysAfter(monday, -8 * 7));
const starts = (await allRoutes()).filter((address) => !/[:*]|^\/api\/|sign-|from-device/.test(address));
let cast: Cast;

beforeAll(async () => {
  cast = await plantCanaries();
});

async function clientOf(name: string): Promise<Client> {
  return app.as(cast.readers.get(name));
}

const ruleOf = (name: string): Rule => readingRule(cast.readers.get(name)!);

function totalOn(html: string): number {
  const [, total] = /role="status"[^>]*>(?:<!-- -->)?(\d+|No|Nothing)/.exec(html) ?? [];
  return Number(total) || 0;
}

test.each(who)("nothing the %s can reach holds a word they may not read", async (name) => {
  const client = await clientOf(name);
  const [pages, readable] = [
    new Set<string>(),
    cast.canaries.filter((canary) => mayRead(cast, name, canary)),
  ];
  for (const { address, page } of await crawl(client, { from: starts, oldest })) {
    // Settings are for some, and some addresses only take what is sent to them.
    const isShut =
      [400, 404, 405].includes(page.status) &&
      starts.some((start) => [start, asData(start)].includes(address));
    // What one has withdrawn names tags that nothing else has.
    const isGone = cast.canaries.some(
      (canary) =>
        address.startsWith(`/tags/${canary.word}`) &&
        mayOpen(cast, name, canary) &&
        !mayRead(cast, name, canary),
    );
    if (!isShut && !isGone) expect(page.status, address).toBe(200);
    pages.add(address);
    for (const canary of cast.canaries) {
      const itsOwn = address.startsWith(`/insights/${canary.id}`) || isWithdrawnList(address);
      if (mayOpen(cast, name, canary) && itsOwn) continue;
      if (mayRead(cast, name, canary)) continue;
      expect(page.text.toLowerCase(), `${canary.state} on ${address}`).not.toContain(canary.word);
    }
  }
  // The crawl has been somewhere: every page there is, and every insight this person may read.
  for (const page of ["/", "/weeks", "/departments", "/search", "/insights/new", "/me"])
    expect(pages).toContain(page);
  for (const { id } of readable) expect(pages).toContain(`/insights/${id}`);
});

test.each(who)("asked for by name, address or word, nothing more is told to the %s", async (name) => {
  const client = await clientOf(name);
  for (const canary of cast.canaries) {
    const { id, word, department } = canary;
    const tells = mayRead(cast, name, canary);
    for (const query of [word, `${word}-chosen`, word.slice(0, 6), `"${word}"`, `reading ${word}`]) {
      const page = await client.get(`/search?q=${encodeURIComponent(query)}&department=${department.slug}`);
      expect(page.text.includes(id), `${query} finds ${canary.state}`).toBe(tells);
      expect(totalOn(page.text), `the count of ${query}`).toBe(tells ? 1 : 0);
    }
    for (const tag of [`${word}-chosen`, `${word}-written`]) {
      for (const address of [`/tags/${tag}`, `/tags/${tag}?before=0`, `/tags/${tag}?before=999999`]) {
        const { status } = await client.get(address);
        if (!tells) expect(status, address).toBe(404);
        else if (!address.endsWith("before=0")) expect(status, address).toBe(200);
      }
    }
    for (const address of [`/insights/${id}`, `/insights/${id}/edit`]) {
      for (const way of [address, asData(address)]) {
        const page = await client.get(way);
        if (!mayOpen(cast, name, canary))
          expect([page.status, page.text.includes(word)]).toEqual([404, false]);
      }
    }
  }
});

test.each(who)("a saved search counts and shows the %s what is new and theirs to read", async (name) => {
  const client = await clientOf(name);
  const news = cast.canaries.filter((canary) => name !== "author" && mayRead(cast, name, canary));
  const list = (await client.get("/me/searches")).text;
  expect(/(\d+) new/.exec(list)?.[1] ?? "0").toBe(String(news.length));
  const opened = (await client.get("/search?q=reading&new=0")).text;
  expect(opened.includes(`${news.length} new since you last looked`)).toBe(news.length > 0);
  for (const canary of cast.canaries.filter((one) => !mayRead(cast, name, one)))
    expect(opened.toLowerCase(), canary.state).not.toContain(canary.word);
});

test.each(who)("what is written is never likened for the %s to what they may not read", async (name) => {
  const client = await clientOf(name);
  for (const canary of cast.canaries) {
    const { id, state, word, department } = canary;
    const body = `Heard of reading and the ${word} again, ${word}-chosen and ${word}-written`;
    const page = await client.post("/insights/similar", { body, departments: department.slug });
    expect(page.status).toBe(200);
    if (name === "author" || !mayRead(cast, name, canary)) expect(page.text, state).not.toContain(id);
    for (const other of cast.canaries.filter((one) => !mayRead(cast, name, one)))
      expect(page.text, `${other.state} on asking of ${state}`).not.toContain(other.word);
  }
});

test.each(who)(
  "what the %s is told of counts and dates is what PostgreSQL counts under the rule",
  async (name) => {
    const client = await clientOf(name);
    const readable = readableInSql(ruleOf(name));
    const [{ all } = { all: 0 }] = await db.select({ all: count() }).from(insights).where(readable);
    const team = cast.author.team.slug;
    for (const query of [
      "",
      "q=reading",
      "channel=visit",
      "kind=need",
      `team=${team}`,
      `person=${cast.author.handle}`,
    ]) {
      expect(totalOn((await client.get(`/search?${query}`)).text), query).toBe(all);
    }
    const places = await client.get("/departments");
    for (const { state, department, heardOn } of cast.canaries) {
      const of = eq(insightDepartments.departmentId, department.id);
      const [row] = await db
        .select({ number: count(), last: max(insightDepartments.heardOn) })
        .from(insights)
        .innerJoin(insightDepartments, and(eq(insightDepartments.insightId, insights.id), of))
        .where(readable);
      const page = await client.get(`/departments/${department.slug}`);
      expect(page.text.match(/<article/g)?.length ?? 0, state).toBe(row?.number);
      const shownInList =
        places.text.includes(`dateTime="${heardOn}"`) || places.text.includes(`datetime="${heardOn}"`);
      expect(shownInList, `last heard, ${state}`).toBe(row?.last === heardOn);
    }
  },
);

test.each(who)("the weeks count for the %s what all staff may read, and nothing else", async (name) => {
  const client = await clientOf(name);
  const counted = await db
    .select({ week: insights.heardWeek, number: sql<number>`count(*)::int` })
    .from(insights)
    .where(readableInSql(allStaffRule))
    .groupBy(insights.heardWeek);
  const expected = new Map<Day, number>(counted.map(({ week, number }) => [weekName(week), number]));
  const { text } = await client.get("/weeks");
  const listed = [...text.matchAll(/href="\/weeks\/(\d{4}-W\d\d)".*?(\d+)(?:<!-- -->|\s)*insights?</gs)];
  expect(new Map(listed.map(([, week, number]) => [week, Number(number)]))).toEqual(expected);
  for (const { state, heardOn } of cast.canaries) {
    const week = weekName(mondayOf(heardOn));
    const page = await client.get(`/weeks/${week}`);
    // Of a week without any nothing is counted.
    const [, said] = /\b(\d+) insights?; /.exec(page.text) ?? [];
    expect(Number(said ?? 0), state).toBe(expected.get(week) ?? 0);
  }
});

/** Where one finds again what one has withdrawn oneself. */
function isWithdrawnList(address: string): boolean {
  return /^\/me\/withdrawn(\.data)?$/.test(address);
}
