import { beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "../support/database.ts";
import { type RawAnswer, send } from "./raw-request.ts";
import { secret } from "./stand-in-routes.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const site = "https://corridor.northmoor.example";
const server = useWebServer({ settings: { APP_ORIGIN: site } });

const Host = new URL(site).host;

// Once connected, the database answers in the second it is given.
beforeAll(() =>
  vi.waitFor(async () => expect((await send(server.address, "/health/ready")).status).toBe(200), 20_000),
);
const own = { Host, "Sec-Fetch-Site": "same-origin" };
const html = { Host, Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

type Asked = {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  status: number;
};

const everyKind: Asked[] = [
  { path: "/page", status: 200 },
  { path: "/page.data", status: 200 },
  { path: "/resource", status: 200 },
  { path: "/deferred", status: 200 },
  { path: "/health", status: 200 },
  { path: "/health/ready", status: 200 },
  { path: "/assets/app-1a2b.js", status: 200 },
  { path: "/assets/unknown.js", status: 404 },
  { path: "/assets/../outside.js", status: 404 },
  { path: "/outside.js", status: 404 },
  { path: "/absent", status: 404 },
  { path: "/nowhere", status: 404 },
  { path: "/nowhere.data", status: 404 },
  { path: "/broken", status: 500 },
  { path: "/broken.data", status: 500 },
  { path: "/away", status: 503 },
  { path: "/away.data", status: 503 },
  { path: "/api/broken", status: 500 },
  { path: "/api/away", status: 503 },
  { path: "/api/absent", status: 404 },
  { path: "/api/nowhere", status: 404 },
  { path: "/resource", method: "PUT", headers: own, status: 200 },
  { path: "/seen", method: "POST", headers: own, status: 405 },
  { path: "/%ff", status: 400 },
  { path: "//evil.example/", status: 400 },
  { path: "http://evil.example/", status: 400 },
  { path: "*", method: "OPTIONS", status: 400 },
  { path: `/${"a".repeat(8200)}`, status: 414 },
  { path: "/page", headers: { Host: "evil.example" }, status: 400 },
  { path: "/page", method: "POST", headers: { Host }, body: "a=b", status: 403 },
  { path: "/page", method: "PROPFIND", headers: own, status: 405 },
  { path: "/page", method: "OPTIONS", headers: own, status: 204 },
  { path: "/page", method: "POST", headers: own, body: "x".repeat(300_000), status: 413 },
  { path: "/page.data", method: "POST", headers: own, body: "x".repeat(300_000), status: 413 },
  { path: "/page", method: "HEAD", status: 200 },
];

function ask({ path, method, headers, body }: Asked): Promise<RawAnswer> {
  return send(server.address, path, { method, headers: headers ?? html, body });
}

function nonceOf({ headers }: RawAnswer): string {
  return /'nonce-([\w+/=]{24,})'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
}

test.each(everyKind)("$method $path carries every header and tells nothing", async (asked) => {
  const answer = await ask(asked);
  expect(answer.status).toBe(asked.status);
  expect(answer.headers).toMatchObject({
    "content-security-policy": `default-src 'none'; script-src 'self' 'nonce-${nonceOf(answer)}'; style-src 'self' 'nonce-${nonceOf(answer)}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'`,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "cache-control": asked.path.endsWith("1a2b.js") ? expect.stringContaining("immutable") : "no-store",
    "x-request-id": expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/),
  });
  expect(nonceOf(answer)).not.toBe("");
  expect(answer.headers).not.toHaveProperty("x-powered-by");
  expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
  for (const detail of [
    secret,
    "password_hash",
    "db.internal",
    "node_modules",
    "    at ",
    "evil.example",
    process.cwd(),
  ]) {
    expect(answer.body).not.toContain(detail);
  }
});

test("every answer has a nonce of its own, and every script on the page carries it", async () => {
  const paths = ["/page", "/page", "/deferred", "/broken", "/absent", "/away", "/nowhere"];
  const answers = await Promise.all(paths.map((path) => ask({ path, status: 200 })));
  expect(new Set(answers.map(nonceOf)).size).toBe(paths.length);
  for (const answer of answers) {
    const scripts = answer.body.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(answer)}"`);
    expect(answer.body).not.toMatch(/ style="| on\w+="/);
  }
  expect(answers[2]?.body).toContain("arrived");
});

test("our own answers are whole small pages, without scripts, with the reference", async () => {
  for (const asked of everyKind.filter(({ status }) => [400, 403, 405, 413, 414].includes(status))) {
    if (asked.path.endsWith(".data") || asked.method === "HEAD") continue;
    const answer = await ask({ ...asked, headers: { ...html, ...asked.headers } });
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.body).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(answer.body).toMatch(/<title>[A-Z].{10,} · Corridor<\/title>/);
    expect(answer.body).toContain(`<style nonce="${nonceOf(answer)}">`);
    expect(answer.body).toContain(`Reference: ${answer.headers["x-request-id"]}`);
    expect(answer.body).not.toContain("<script");
  }
});

test("programs get a JSON problem, below /api/ or when they ask for JSON", async () => {
  const headers = { Host, Accept: "application/json" };
  const asked = await send(server.address, "/page", { method: "POST", headers });
  const api = await send(server.address, "/api/thing", {
    method: "POST",
    headers: { Host, Accept: "text/html" },
  });
  const failed = await Promise.all(
    ["broken", "away", "absent"].map((name) => send(server.address, `/api/${name}`, { headers: { Host } })),
  );
  for (const answer of [asked, api, ...failed]) {
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(answer.body)).toMatchObject({
      status: answer.status,
      reference: answer.headers["x-request-id"],
    });
  }
});

test("a route may say otherwise than we do, and is not added to", async () => {
  const { headers } = await ask({ path: "/seen", status: 200 });
  expect(headers["cache-control"]).toBe("private, max-age=60");
});

test("a page whose database is away says so and when to come back", async () => {
  for (const path of ["/away", "/away.data"]) {
    const answer = await ask({ path, status: 503 });
    expect(answer.headers["retry-after"]).toBe("5");
  }
  expect((await ask({ path: "/away", status: 503 })).body).toContain("unavailable");
  expect((await ask({ path: "/broken", status: 500 })).headers).not.toHaveProperty("retry-after");
});

test("a form sent by script is told in its own terms, so that it can keep what was typed", async () => {
  const { decode } = await import("turbo-stream");
  const asked = { path: "/page.data", method: "POST", headers: own, body: "x".repeat(300_000), status: 413 };
  const answer = await ask(asked);
  const { value } = await decode(new Blob([answer.body]).stream());
  expect(value).toEqual({ data: { tooLarge: true, reference: answer.headers["x-request-id"] } });
});
