import { expect, test } from "vitest";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const limits = { requests: 12, writes: 3, searches: 4, keystrokes: 5 } as const;
const app = useApp({
  worker: false,
  search: false,
  settings: {
    MEILISEARCH: "off",
    REQUESTS_PER_MINUTE: String(limits.requests),
    WRITES_PER_MINUTE: String(limits.writes),
    SEARCHES_PER_MINUTE: String(limits.searches),
    KEYSTROKES_PER_SECOND: String(limits.keystrokes),
  },
});

const html = "text/html; charset=utf-8";

function waitIn(headers: Headers): number {
  return Number(headers.get("retry-after"));
}

async function times<T>(count: number, work: (time: number) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let time = 0; time < count; time += 1) all.push(await work(time));
  return all;
}

test("pages: the one too many is a kind page that says how long to wait, in every browser of that person's only", async () => {
  const person = await aPerson();
  const [one, other, colleague] = [await app.as(person), await app.as(person), await app.as(await aPerson())];
  const pages = await times(limits.requests, (time) => (time % 2 ? one : other).get("/weeks"));
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
  for (const browser of [one, other]) {
    const refused = await browser.get("/weeks");
    expect([refused.status, refused.headers.get("content-type")]).toEqual([429, html]);
    expect(waitIn(refused.headers)).toBeGreaterThan(0);
    expect(waitIn(refused.headers)).toBeLessThanOrEqual(60);
    expect(refused.text).toContain("That was a lot in a short time");
    expect(refused.text).toMatch(/Wait \d+ seconds, then load this page again/);
  }
  const asData = await one.get("/weeks.data");
  expect([asData.status, waitIn(asData.headers) > 0]).toEqual([429, true]);
  expect((await colleague.get("/weeks")).status).toBe(200);
  // Whoever has to wait can still leave.
  expect((await one.post("/sign-out", {})).location).toBe("/sign-in");
});

test("posts: the one too many saves nothing and keeps what was typed, without script and with it", async () => {
  const client = await app.as(await aPerson());
  const department = await aDepartment();
  const fields = (body: string) => ({
    key: crypto.randomUUID(),
    body,
    departments: department.slug,
    channel: "coffee",
  });
  const posted = await times(limits.writes, (time) => client.post("/insights/new", fields(`Heard ${time}`)));
  expect(posted.map(({ status }) => status)).toEqual([302, 302, 302]);

  const refused = await client.post("/insights/new", fields("Words worth keeping"));
  expect([refused.status, waitIn(refused.headers) > 0]).toEqual([429, true]);
  expect(refused.text).toContain("Not saved yet: that was a lot in a short time");
  expect(refused.text).toContain("Words worth keeping</textarea>");
  expect(refused.text).toMatch(new RegExp(`<option[^>]* value="${department.slug}"[^>]* selected`));

  const asData = await client.post("/insights/new.data", fields("Words worth keeping"), { accept: "*/*" });
  expect([asData.status, waitIn(asData.headers) > 0]).toEqual([429, true]);
  expect(asData.headers.get("content-type")).toMatch(/^text\/x-script/);
  expect(asData.text).toContain("tooOften");
  const { text } = await client.get("/");
  expect(text).toContain("Heard 2");
  expect(text).not.toContain("Words worth keeping");
});

test("searches: the one too many waits; words still being typed are one search", async () => {
  const client = await app.as(await aPerson());
  const typed = await times(5, (time) => client.get(`/search?q=${"quokka".slice(0, time + 2)}`));
  expect(new Set(typed.map(({ status }) => status))).toEqual(new Set([200]));
  const others = ["plug", "sockets", "lamps"];
  for (const q of others) expect((await client.get(`/search?q=${q}`)).status).toBe(200);
  const refused = await client.get("/search?q=daylight");
  expect([refused.status, waitIn(refused.headers) > 0]).toEqual([429, true]);
  expect(refused.text).toContain("That was a lot in a short time");
  // A link to somewhere else still leads there.
  expect((await client.get("/weeks")).status).toBe(200);
});

test("keystrokes: the one too many is answered as the program that asks expects, and pages are not counted with them", async () => {
  const client = await app.as(await aPerson());
  const ask = () => client.get("/search/hits?q=lamps", { accept: "*/*" });
  const answers = await Promise.all(Array.from({ length: limits.keystrokes * 8 }, ask));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(limits.keystrokes);
  expect(refused[0]?.headers.get("content-type")).toBe("application/problem+json");
  expect(refused[0]?.headers.get("retry-after")).toBe("1");
  const pages = await times(limits.requests, () => client.get("/weeks"));
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
});

test("the API: problem+json with the seconds to wait, counted with the same person's pages", async () => {
  const person = await aPerson();
  const key = await mintApiKey({ email: `${person.handle}@library.example`, name: "a test" });
  const client = await app.as(person);
  const headers = { authorization: `Bearer ${key}` };
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${app.origin}/api/v1${path}`, { ...init, headers: { ...headers, ...init.headers } });
  await times(3, () => client.get("/weeks"));

  const writes = await times(limits.writes + 1, () => call("/insights", { method: "POST", body: "{}" }));
  expect(writes.map(({ status }) => status)).toEqual([400, 400, 400, 429]);
  const searches = await times(limits.searches + 1, (time) => call(`/search?q=word${time}`));
  expect(searches.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
  const last = await call("/departments");
  expect(last.status).toBe(429);
  expect(last.headers.get("content-type")).toBe("application/problem+json");
  expect(waitIn(last.headers)).toBeGreaterThan(0);
  expect(await last.json()).toMatchObject({ status: 429, title: "Too many requests" });
  expect((await client.get("/weeks")).status).toBe(429);
});
