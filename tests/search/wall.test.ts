import { generateTenantToken } from "meilisearch/token";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";
import { injections } from "./injections.ts";

const database = useDatabase();
const engine = useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { mainIndex, openEngine } = await import("#app/search/engine.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { searchDatabase } = await import("#app/search/search-database.server.ts");
const { parseSearchRequest } = await import("#app/search/search-request.ts");
const { tenantToken } = await import("#app/search/tenant-token.server.ts");
const { aDepartment, anInsight, aPerson, found } = await import("./library.ts");

type Author = Awaited<ReturnType<typeof aPerson>>;
let reader: Author;
let writer: Author;
let key: { uid: string; key: string };

beforeAll(async () => {
  await ensureIndex();
  [writer, reader] = [await aPerson(), await aPerson()];
  const department = await aDepartment();
  for (const visibility of ["staff", "team", "me"] as const) {
    for (const kind of ["need", "win"] as const) {
      await anInsight({
        person: writer,
        body: `canary ${visibility}`,
        visibility,
        kind,
        departments: [department],
      });
    }
  }
  await indexUnconfirmed();
  const opened = await openEngine("search");
  if (!opened) throw new Error("no search key");
  key = opened.key;
});
afterAll(closeSender);

type Answer = { hits: { body: string }[]; facetDistribution: { kind?: Record<string, number> } };

async function call(token: string, path: string, body?: object): Promise<{ status: number; json: Answer }> {
  const answer = await fetch(`${engine.url}${path}`, {
    method: body ? "POST" : "GET",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "accept-encoding": "identity",
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  return { status: answer.status, json: (await answer.json()) as Answer };
}

const searchPath = (): string => `/indexes/${mainIndex()}/search`;

test("the token alone keeps to what its person may read, whatever filter comes with it", async () => {
  const token = await tenantToken(reader, key);
  for (const filter of [undefined, 'visibility = "me"', 'visibility = "me" OR id EXISTS', ["id EXISTS"]]) {
    const { status, json } = await call(token, searchPath(), { q: "canary", filter, facets: ["kind"] });
    expect(status).toBe(200);
    const seen = json.hits.map((hit) => hit.body);
    expect(new Set(seen)).toEqual(
      new Set(filter?.includes("me") && !filter.includes("id") ? [] : ["canary staff"]),
    );
    const counted = Object.values<number>(json.facetDistribution.kind ?? {}).reduce(
      (sum, count) => sum + count,
      0,
    );
    expect(counted).toBe(seen.length);
  }
});

test("a forged, altered or expired token is refused", async () => {
  const searchRules = { [mainIndex()]: null };
  const sign = (apiKey: string, expiresAt?: Date): Promise<string> =>
    generateTenantToken({ apiKey, apiKeyUid: key.uid, searchRules, expiresAt });
  const token = await tenantToken(reader, key);
  const [head, , signature] = token.split(".");
  const claims = Buffer.from(JSON.stringify({ searchRules, apiKeyUid: key.uid })).toString("base64url");
  const none = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
  // The client refuses to sign a token that has expired, so ours is signed just before it does.
  const expiring = await sign(key.key, new Date(Date.now() + 1_000));
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  for (const bad of [
    await sign("not-the-key-of-this-engine"),
    expiring,
    `${head}.${claims}.${signature}`,
    `${none}.${claims}.`,
    "",
  ]) {
    const { status } = await call(bad, searchPath(), { q: "canary" });
    expect([401, 403]).toContain(status);
  }
});

test("one signed by a clock an hour behind the engine's is taken", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 60 * 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  const { status } = await call(await tenantToken(reader, key), searchPath(), { q: "canary" });
  expect(status).toBe(200);
});

test("neither the token nor the search key reads anything but searches of our index", async () => {
  const token = await tenantToken(reader, key);
  const index = `/indexes/${mainIndex()}`;
  for (const secret of [token, key.key]) {
    for (const path of [
      `${index}/documents`,
      `${index}/stats`,
      `${index}/settings`,
      "/stats",
      "/keys",
      "/tasks",
      "/indexes",
    ]) {
      expect.soft((await call(secret, path)).status, path).toBe(403);
    }
    expect.soft((await call(secret, "/indexes/other-insights/search", { q: "" })).status).toBe(403);
    const many = await call(secret, "/multi-search", { queries: [{ indexUid: "other-insights", q: "" }] });
    expect.soft(many.status).toBe(403);
  }
});

test("the index key cannot make keys, nor reach other indexes", async () => {
  const secret = (await openEngine("index"))?.key.key ?? "";
  expect((await call(secret, "/keys")).status).toBe(403);
  expect((await call(secret, "/indexes/other-insights/documents")).status).toBe(403);
});

test("hostile strings in every parameter never widen a search and never break it", async () => {
  expect(injections.length).toBeGreaterThanOrEqual(48);
  const everything = await found(reader, { q: "canary" });
  expect(everything.total).toBe(2);
  for (const hostile of injections) {
    for (const name of ["department", "tag", "channel", "kind", "team", "person", "from", "to"]) {
      const request = parseSearchRequest(
        new URLSearchParams([
          ["q", "canary"],
          [name, hostile],
        ]),
      );
      const cleanedAway = parseSearchRequest(new URLSearchParams([["q", "canary"]]));
      const isNothing = JSON.stringify(request) === JSON.stringify(cleanedAway);
      const expected = isNothing ? 2 : 0;
      const label = `${name}=${JSON.stringify(hostile)}`;
      expect.soft(await found(reader, request), label).toMatchObject({ total: expected, basic: false });
      if (request.problems.length === 0) {
        expect.soft((await searchDatabase({ person: reader, request })).total, label).toBe(expected);
      }
    }
    const asWords = parseSearchRequest(new URLSearchParams([["q", `canary ${hostile}`]]));
    const answer = await found(reader, asWords);
    expect.soft(answer.basic, hostile).toBe(false);
    expect.soft(answer.excerpts.join(), hostile).not.toMatch(/team|me\b/);
    const basic = await searchDatabase({ person: reader, request: asWords });
    expect.soft(basic.hits.map(({ excerpt }) => excerpt).join(), hostile).not.toMatch(/team|me\b/);
  }
});

test("parameters from outside cannot change how the engine is asked", async () => {
  const asked = new URLSearchParams(
    "q=canary&matchingStrategy=frequency&limit=1000&showRankingScoreDetails=true&offset=-1&filter=id EXISTS",
  );
  expect(await found(reader, parseSearchRequest(asked))).toEqual(await found(reader, { q: "canary" }));
});

test("an insight that the index wrongly shows is caught by the second reading", async () => {
  const index = (await openEngine("index"))?.client.index(mainIndex());
  const id = await anInsight({ person: writer, body: "xylophone secret", visibility: "me" });
  await indexUnconfirmed();
  await index?.updateDocuments([{ id, visibility: "staff" }]).waitTask({ timeout: 60_000 });
  const answer = await found(reader, { q: "xylophone" });
  expect(answer).toMatchObject({ ids: [], total: 0, basic: false });
  expect((await found(writer, { q: "xylophone" })).ids).toEqual([id]);
});
