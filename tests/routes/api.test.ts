import { eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { apiKeys, people } from "#db/schema/people.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp();

type Call = { key?: string; method?: string; body?: unknown; headers?: Record<string, string> };

async function call(path: string, { key, method = "GET", body, headers = {} }: Call = {}) {
  const answer = await fetch(`${app.origin}/api/v1${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, type: answer.headers.get("content-type"), json: await answer.json() };
}

async function aKeyOf(person: Person): Promise<string> {
  const key = await mintApiKey({ email: `${person.handle}@library.example`, name: "a test" });
  if (!key) throw new Error("no key was made");
  return key;
}

test("an insight posted through the API is found by the next search, once however often it is sent", async () => {
  const key = await aKeyOf(await aPerson());
  const department = await aDepartment({ nicknames: ["Zoology"] });
  const body = {
    body: "Wants *open* data",
    departments: [department.slug],
    channel: "email",
    tags: ["Open Data"],
  };
  const send = () =>
    call("/insights", { key, method: "POST", body, headers: { "idempotency-key": "the-only-one" } });
  const first = await send();
  const again = await send();
  expect(first).toMatchObject({ status: 201, json: { body: "Wants *open* data", tags: ["open-data"] } });
  expect(again).toEqual(first);

  const found = await call("/search?q=zoology+data", { key });
  expect(found.json).toMatchObject({ total: 1, next: null, items: [{ id: first.json.id }] });
  const listed = await call(`/insights?department=${department.slug}`, { key });
  expect(listed.json).toEqual({ next: null, items: [first.json] });
});

test("an answer comes with its length in bytes", async () => {
  const key = await aKeyOf(await aPerson());
  const { id } = await anInsight({ body: "Heard at the café: “more plugs”" });
  const headers = { authorization: `Bearer ${key}`, "accept-encoding": "identity" };
  const answer = await fetch(`${app.origin}/api/v1/search?q=plugs`, { headers });
  const text = await answer.text();
  expect(JSON.parse(text).items.map((item: { id: string }) => item.id)).toEqual([id]);
  expect(answer.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
});

test("a key that posted something else is refused, and nothing is saved", async () => {
  const key = await aKeyOf(await aPerson());
  const department = await aDepartment();
  const send = (body: string) => {
    const sent = { body, departments: [department.slug], channel: "email" };
    const headers = { "idempotency-key": "used-for-two" };
    return call("/insights", { key, method: "POST", body: sent, headers });
  };
  expect(await send("The first")).toMatchObject({ status: 201 });
  expect(await send("The second")).toMatchObject({ status: 422, type: "application/problem+json" });
  const { json } = await call(`/insights?department=${department.slug}`, { key });
  expect(json.items.map((item: { body: string }) => item.body)).toEqual(["The first"]);
});

test("whom a key acted as a moment ago is not believed: revoked it saves nothing, and in another team it is that team's", async () => {
  const [person, moved] = [await aPerson(), await aPerson()];
  const department = await aDepartment();
  const post = async (key: string) => {
    const body = { body: "Heard", departments: [department.slug], channel: "email" };
    return call("/insights", {
      key,
      method: "POST",
      body,
      headers: { "idempotency-key": crypto.randomUUID() },
    });
  };
  const [key, theirs] = [await aKeyOf(person), await aKeyOf(moved)];
  for (const one of [key, key, theirs]) expect(await post(one)).toHaveProperty("status", 201);
  await db.update(apiKeys).set({ revokedAt: sql`now()` }).where(eq(apiKeys.personId, person.id));
  expect(await post(key)).toMatchObject({ status: 401, type: "application/problem+json" });
  const { team } = await aPerson();
  await db.update(people).set({ teamId: team.id }).where(eq(people.id, moved.id));
  expect(await post(theirs)).toMatchObject({ status: 201, json: { team: { slug: team.slug } } });
  const rows = await db
    .select({ by: insights.authorId, teamId: insights.teamId })
    .from(insights)
    .where(inArray(insights.authorId, [person.id, moved.id]));
  expect(rows.filter(({ by }) => by === person.id)).toHaveLength(2);
  expect(rows.filter(({ by }) => by === moved.id).map(({ teamId }) => teamId)).toEqual([
    moved.team.id,
    team.id,
  ]);
});

test("what is wrong is told by field", async () => {
  const key = await aKeyOf(await aPerson());
  const body = { body: "", departments: ["nowhere"], channel: "email", author: "somebody else" };
  const headers = { "idempotency-key": "never-used" };
  const answer = await call("/insights", { key, method: "POST", body, headers });
  expect(answer).toMatchObject({ status: 422, type: "application/problem+json" });
  expect(answer.json.problems).toHaveProperty("body");
  expect(await call("/insights", { key, method: "POST", body })).toMatchObject({ status: 400 });
});

test("what would be taken instead is told to a program, which has no list to choose from", async () => {
  const key = await aKeyOf(await aPerson());
  const body = { body: "Heard", departments: ["nowhere"], channel: "telegraph" };
  const refused = (sent: object) =>
    call("/insights", { key, method: "POST", body: sent, headers: { "idempotency-key": "k" } });
  const unknown = await refused(body);
  expect(unknown.json.problems.channel).toMatch(/: .*\bcoffee\b/);
  expect(unknown.json.problems.departments).toContain("/api/v1/departments");
  const unseen = await refused({ body: "\0", departments: ["\0"], channel: "\0" });
  expect(unseen).toMatchObject({ status: 422, json: { problems: { channel: expect.any(String) } } });
  const unlisted = await refused({ ...body, kind: "rumour", basis: "hearsay", visibility: "everyone" });
  expect(unlisted.json.problems).toEqual({
    kind: expect.stringContaining("observation, need"),
    basis: expect.stringContaining("reported, fact, opinion"),
    visibility: expect.stringContaining("staff, team, me"),
  });
});

test("a key sees what its person sees, and a cookie is no key", async () => {
  const [author, other] = [await aPerson(), await aPerson()];
  const { id } = await anInsight({ person: author, sent: { visibility: "team" } });
  const idsOf = async (person: Person) => {
    const { json } = await call("/insights", { key: await aKeyOf(person) });
    return json.items.map((item: { id: string }) => item.id);
  };
  expect(await idsOf(author)).toContain(id);
  expect(await idsOf(other)).not.toContain(id);

  const { cookies } = await app.as(author);
  const cookie = `sid=${cookies.get("sid")}`;
  expect(await call("/insights", { headers: { cookie } })).toMatchObject({ status: 401 });
});

test("a list's cursors give every insight once", async () => {
  const person = await aPerson();
  const key = await aKeyOf(person);
  const department = await aDepartment();
  for (let n = 0; n < 53; n += 1) await anInsight({ person, departments: [department], body: `Number ${n}` });
  const first = await call(`/insights?department=${department.slug}`, { key });
  const rest = await call(`/insights?department=${department.slug}&cursor=${first.json.next}`, { key });
  const ids = [...first.json.items, ...rest.json.items].map((item: { id: string }) => item.id);
  expect([first.json.items.length, new Set(ids).size, rest.json.next]).toEqual([50, 53, null]);
});

test("the API describes itself, with the posting form's own schema", async () => {
  const { json } = await call("/openapi.json");
  expect(Object.keys(json.paths)).toEqual(["/insights", "/search", "/departments"]);
  expect(json.components.schemas.InsightDraft.required).toEqual(["body", "departments", "channel"]);
});

test("departments are listed with their other names", async () => {
  const key = await aKeyOf(await aPerson());
  const parent = await aDepartment();
  const { slug } = await aDepartment({ parent, nicknames: ["The Attic"] });
  const { json } = await call("/departments", { key });
  const listed = json.items.find((item: { slug: string }) => item.slug === slug);
  expect(listed).toMatchObject({ parent: parent.slug, aliases: ["The Attic"] });
});
