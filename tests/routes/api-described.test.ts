import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { useApp } from "#tests/support/app.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
type Json = { [name: string]: unknown };
type Operation = { responses: Record<string, { content: Record<string, { schema: Json }> }> };
let described: { paths: Record<string, Record<string, Operation>>; components: { schemas: Json } };
let department: ADepartment;
let key: string;

beforeAll(async () => {
  const person = await aPerson();
  key = (await mintApiKey({ email: `${person.handle}@library.example`, name: "a test" })) ?? "";
  department = await aDepartment({ parent: await aDepartment() });
  await anInsight({ person, departments: [department], body: "Wants open data", sent: { tags: ["data"] } });
  described = await (await fetch(`${app.origin}/api/v1/openapi.json`)).json();
});

/** A schema of the document with what it refers to in its place. */
function resolved(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(resolved);
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...rest } = schema as Json;
  if (typeof $ref !== "string") {
    return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, resolved(value)]));
  }
  const found = described.components.schemas[$ref.replace("#/components/schemas/", "")];
  if (!found) throw new Error(`the document lacks ${$ref}`);
  return resolved(found);
}

const posting = (given: Json = {}) => ({
  body: "Heard over coffee",
  departments: [department.slug],
  channel: "coffee",
  ...given,
});

type Call = {
  method?: "get" | "post";
  path: string;
  query?: string;
  headers?: Record<string, string>;
  body?: () => string;
};

const json = { "content-type": "application/json" };
const sent = (name: string) => ({ ...json, "idempotency-key": `described-${name}` });
const calls: [status: number, call: Call][] = [
  [200, { path: "/insights" }],
  [200, { path: "/search", query: "?q=data" }],
  [200, { path: "/departments" }],
  [400, { path: "/departments", query: "?q=all" }],
  [400, { path: "/insights", query: "?departement=history" }],
  [400, { path: "/insights", query: "?kind=rumour" }],
  [400, { path: "/insights", query: "?cursor=second" }],
  [400, { path: "/insights", query: "?q=data" }],
  [400, { path: "/search", query: "?page=51" }],
  [400, { path: "/search", query: "?from=yesterday-ish&sort=loudest" }],
  [401, { path: "/insights", headers: { authorization: "" } }],
  [201, { method: "post", path: "/insights", headers: sent("once"), body: () => JSON.stringify(posting()) }],
  [
    422,
    {
      method: "post",
      path: "/insights",
      headers: sent("once"),
      body: () => JSON.stringify(posting({ body: "Else" })),
    },
  ],
  [
    422,
    {
      method: "post",
      path: "/insights",
      headers: sent("wrong"),
      body: () => JSON.stringify(posting({ body: "", author: "x" })),
    },
  ],
  [400, { method: "post", path: "/insights", headers: json, body: () => JSON.stringify(posting()) }],
  [400, { method: "post", path: "/insights", headers: sent("no-json"), body: () => "{" }],
  [
    415,
    {
      method: "post",
      path: "/insights",
      headers: { ...sent("text"), "content-type": "text/plain" },
      body: () => "{}",
    },
  ],
  [
    413,
    {
      method: "post",
      path: "/insights",
      headers: sent("long"),
      body: () => JSON.stringify(posting({ body: "x".repeat(300_000) })),
    },
  ],
];

test.each(calls)("the document describes the %i of %o as it is answered", async (status, call) => {
  const { method = "get", path, query = "", headers, body } = call;
  const answer = await fetch(`${app.origin}/api/v1${path}${query}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...headers },
    body: body?.(),
  });
  expect(answer.status).toBe(status);
  const operation = described.paths[path]?.[method];
  const [type = "", schema] = Object.entries(operation?.responses[status]?.content ?? {})[0] ?? [];
  expect(answer.headers.get("content-type")?.split(";")[0]).toBe(type);
  const read = z.fromJSONSchema(resolved(schema?.schema) as never).safeParse(await answer.json());
  expect(read.error?.issues).toBeUndefined();
});

test("a schema that is not met is noticed", () => {
  const schema = z.fromJSONSchema(resolved(described.components.schemas.Insight) as never);
  expect(schema.safeParse({ id: "1" }).success).toBe(false);
});

test("what the document says may be posted is what the API takes", () => {
  const schema = z.fromJSONSchema(resolved(described.components.schemas.InsightDraft) as never);
  expect(schema.safeParse(posting()).success).toBe(true);
  expect(schema.safeParse(posting({ author: "somebody else" })).success).toBe(false);
  expect(schema.safeParse(posting({ kind: "rumour" })).success).toBe(false);
});

test.each(["PUT", "PATCH", "DELETE"])("%s is refused with what there is instead", async (method) => {
  const headers = { authorization: `Bearer ${key}` };
  for (const [path, allow] of [
    ["insights", "GET, HEAD, POST"],
    ["search", "GET, HEAD"],
    ["departments", "GET, HEAD"],
  ]) {
    const answer = await fetch(`${app.origin}/api/v1/${path}`, { method, headers });
    expect([path, answer.status, answer.headers.get("allow")]).toEqual([path, 405, allow]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  }
});

test("OPTIONS lists what an address has, as the document describes it, and an unknown one has nothing", async () => {
  const optionsOf = (path: string) => fetch(`${app.origin}/api/v1${path}`, { method: "OPTIONS" });
  expect(Object.keys(described.paths)).not.toEqual([]);
  for (const [path, operations] of Object.entries(described.paths)) {
    const methods = Object.keys(operations).map((method) => method.toUpperCase());
    const answer = await optionsOf(path);
    const allowed = answer.headers.get("allow")?.split(", ").sort();
    expect([path, answer.status, allowed]).toEqual([path, 204, [...methods, "HEAD", "OPTIONS"].sort()]);
  }
  const own = await optionsOf("/openapi.json");
  expect([own.status, own.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
  const nowhere = await optionsOf("/insight");
  expect([nowhere.status, nowhere.headers.get("allow")]).toEqual([404, null]);
});

test("HEAD says what GET would, and no address of the API leads to a page", async () => {
  const headers = { authorization: `Bearer ${key}` };
  const head = await fetch(`${app.origin}/api/v1/insights`, { method: "HEAD", headers });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  for (const path of ["/api", "/api/v1", "/api/v1/insight", "/api/v2/insights"]) {
    const answer = await fetch(`${app.origin}${path}`, { headers, redirect: "manual" });
    expect([path, answer.status, answer.headers.get("content-type")]).toEqual([
      path,
      404,
      "application/problem+json",
    ]);
  }
});
