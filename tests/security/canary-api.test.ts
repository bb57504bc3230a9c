import { count, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { readableInSql } from "#app/insights/readable.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useApp } from "#tests/support/app.ts";
import { type Cast, mayRead, plantCanaries } from "./canaries.ts";

const app = useApp();
const who = ["author", "mate", "assistant", "liaison", "editor", "admin"];
let cast: Cast;
const keys = new Map<string, string>();

beforeAll(async () => {
  cast = await plantCanaries();
  for (const [name, { handle }] of cast.readers) {
    keys.set(name, (await mintApiKey({ email: `${handle}@library.example`, name: "a test" })) ?? "");
  }
});

async function ask(name: string, path: string): Promise<{ status: number; text: string }> {
  const authorization = `Bearer ${keys.get(name)}`;
  const answer = await fetch(`${app.origin}/api/v1/${path}`, { headers: { authorization } });
  return { status: answer.status, text: await answer.text() };
}

test.each(who)("a key of the %s is told no word that they may not read, whatever it asks", async (name) => {
  const team = cast.author.team.slug;
  const everything = [
    "insights",
    "search",
    "search?q=reading",
    `search?team=${team}`,
    "departments",
    "openapi.json",
  ];
  const about = cast.canaries.flatMap(({ word, department }) => [
    `insights?department=${department.slug}`,
    `search?q=${word}`,
    `search?tag=${word}-chosen`,
    `insights?tag=${word}-written`,
  ]);
  for (const path of [...everything, ...about]) {
    const { status, text } = await ask(name, path);
    expect(status, path).toBe(200);
    for (const canary of cast.canaries) {
      if (!mayRead(cast, name, canary)) expect(text, `${canary.state} in ${path}`).not.toContain(canary.word);
    }
  }
});

test.each(who)("and finds what they may: %s", async (name) => {
  const person = cast.readers.get(name)!;
  const [row] = await db
    .select({ all: count() })
    .from(insights)
    .where(readableInSql(readingRule(person)));
  const listed = JSON.parse((await ask(name, "insights")).text);
  const found = JSON.parse((await ask(name, "search?q=reading")).text);
  expect([listed.items.length, found.items.length, found.total]).toEqual([row?.all, row?.all, row?.all]);
  for (const canary of cast.canaries) {
    const one = JSON.parse((await ask(name, `search?q=${canary.word}`)).text);
    expect(one.total, canary.state).toBe(mayRead(cast, name, canary) ? 1 : 0);
  }
});

test("no key, another's cookie, a key that was guessed and one in the address open nothing", async () => {
  const key = keys.get("admin") ?? "";
  const cookie = `sid=${(await app.as(cast.author)).cookies.get("sid")}`;
  const tries: [string, Record<string, string>][] = [
    ["insights", {}],
    ["insights", { cookie }],
    ["insights", { authorization: `Bearer ${"x".repeat(52)}` }],
    ["insights", { authorization: `Basic ${key}` }],
    [`insights?key=${key}&access_token=${key}`, {}],
  ];
  for (const [path, headers] of tries) {
    const answer = await fetch(`${app.origin}/api/v1/${path}`, { headers });
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  }
  const page = await fetch(`${app.origin}/me`, {
    headers: { authorization: `Bearer ${key}` },
    redirect: "manual",
  });
  expect(page.status, "a key is for the API alone").toBe(302);
});

test("a disabled person's key opens nothing from that moment on", async () => {
  expect((await ask("liaison", "insights")).status).toBe(200);
  const { id } = cast.readers.get("liaison")!;
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, id));
  expect((await ask("liaison", "insights")).status).toBe(401);
});
