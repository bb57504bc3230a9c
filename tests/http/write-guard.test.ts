import { beforeEach, describe, expect, test } from "vitest";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { useDatabase } from "../support/database.ts";
import { aPerson } from "../support/factories.ts";
import { send } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const site = "https://corridor.northmoor.example";
const server = useWebServer({ settings: { APP_ORIGIN: site } });

const Host = new URL(site).host;
const writing = ["POST", "PUT", "PATCH", "DELETE"];
const places = [
  "/page",
  "/page.data",
  "/resource",
  "/resource.data",
  "/api/thing",
  "/page?index",
  "/nowhere",
];
const elsewhere: Record<string, Record<string, string>> = {
  "no origin": {},
  "a foreign origin": { Origin: "https://evil.example" },
  "our name over http": { Origin: "http://corridor.northmoor.example" },
  "our name on another port": { Origin: "https://corridor.northmoor.example:8443" },
  "a name that begins with ours": { Origin: "https://corridor.northmoor.example.evil.example" },
  "a hidden origin": { Origin: "null" },
  "another host of the institution": { "Sec-Fetch-Site": "same-site" },
  "another site": { "Sec-Fetch-Site": "cross-site" },
  "a bookmark": { "Sec-Fetch-Site": "none" },
  "another site that claims our origin": { "Sec-Fetch-Site": "cross-site", Origin: site },
  "a foreign origin said to be the same": { "Sec-Fetch-Site": "same-origin", Origin: "https://evil.example" },
  "a forwarded host": { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  "a forwarded host, ours": { Origin: "https://evil.example", "X-Forwarded-Host": Host },
  "a forwarding header": { Origin: "https://evil.example", Forwarded: "host=evil.example;proto=https" },
  "a password in place of a key": { Authorization: "Basic YTpi" },
  "a key without its word": { Authorization: "Bearer " },
};

beforeEach(() => {
  server.ledger.actions = 0;
});

describe.each(Object.entries(elsewhere))("a write from elsewhere: %s", (_name, headers) => {
  test.each(writing)("%s is refused everywhere, and nothing is done", async (method) => {
    for (const path of places) {
      const answer = await send(server.address, path, { method, headers: { Host, ...headers }, body: "a=b" });
      expect({ path, status: answer.status }).toEqual({ path, status: 403 });
    }
    expect(server.ledger.actions).toBe(0);
  });
});

test.each(["GET", "HEAD", ...writing])("?_data= is refused for %s, however it is written", async (method) => {
  const headers = { Host, "Sec-Fetch-Site": "same-origin", Origin: site };
  for (const path of [
    "/page?_data=page",
    "/page?%5Fdata=page",
    "/page?a=b&_data",
    "/resource?_data=resource",
  ]) {
    expect((await send(server.address, path, { method, headers })).status).toBe(403);
  }
  expect(server.ledger.actions).toBe(0);
});

test.each([
  { "Sec-Fetch-Site": "same-origin" },
  { "Sec-Fetch-Site": "same-origin", Origin: site },
  { "Sec-Fetch-Site": "same-origin", Origin: "null" },
  { Origin: site },
])("our own pages may write: %j", async (headers) => {
  for (const path of ["/page", "/page.data", "/resource"]) {
    const answer = await send(server.address, path, {
      method: "POST",
      headers: { Host, ...headers },
      body: "a=b",
    });
    expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  }
  expect(server.ledger.actions).toBe(3);
});

test("a key may write below /api/ and nowhere else", async () => {
  const { handle } = await aPerson();
  const key = await mintApiKey({ email: `${handle}@library.example`, name: "a test" });
  const headers = { Host, Authorization: `Bearer ${key}` };
  expect((await send(server.address, "/api/thing", { method: "POST", headers, body: "{}" })).status).toBe(
    200,
  );
  expect(server.ledger.actions).toBe(1);
  for (const path of ["/page", "/resource", "/api.data", "//api/thing", "/API/thing", "/page?/api/"]) {
    const { status } = await send(server.address, path, { method: "POST", headers, body: "{}" });
    expect([400, 403]).toContain(status);
  }
  expect(server.ledger.actions).toBe(1);
});

test("other methods do nothing, and no other site is ever answered yes", async () => {
  const headers = { Host, "Sec-Fetch-Site": "same-origin", Origin: "https://evil.example" };
  const preflight = await send(server.address, "/page", { method: "OPTIONS", headers });
  expect(preflight.status).toBe(204);
  expect(Object.keys(preflight.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  for (const method of ["TRACE", "PROPFIND", "MKCOL", "LINK"]) {
    const own = { Host, "Sec-Fetch-Site": "same-origin" };
    expect((await send(server.address, "/page", { method, headers: own })).status).toBe(405);
    expect((await send(server.address, "/page", { method, headers: { Host } })).status).toBe(403);
  }
  expect(server.ledger.actions).toBe(0);
});
