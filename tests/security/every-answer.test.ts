import { beforeAll, expect, test } from "vitest";
import { dayIn, mondayOf, weekName } from "#app/settings/calendar.ts";
import { allRoutes } from "#tests/support/all-routes.ts";
import { useApp } from "#tests/support/app.ts";
import type { Page } from "#tests/support/client.ts";
import { aPerson } from "#tests/support/factories.ts";
import { type Cast, plantCanaries } from "./canaries.ts";
import { asData, crawl, type Visit } from "./crawl.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const oldest = weekName(mondayOf(dayIn("Europe/London", new Date())));
const password = "a long way from the desk";
let cast: Cast;
let visits: Visit[];

beforeAll(async () => {
  cast = await plantCanaries();
  await aPerson({ email: "secret.address@library.example", password, name: "Kim Elsewhere" });
  const client = await app.as(cast.readers.get("admin"));
  const starts = (await allRoutes()).filter((address) => !/[:*]|^\/api\//.test(address));
  visits = await crawl(client, { from: starts, oldest });
  const signedOut = await app.as();
  const { id } = cast.canaries[0]!;
  for (const address of ["/sign-in", "/", `/insights/${id}`, "/nowhere", "/health", "/departments/%2500"]) {
    visits.push(
      { address, page: await signedOut.get(address) },
      { address, page: await client.get(address) },
    );
  }
  for (const address of [
    "/insights/new",
    `/insights/${id}`,
    "/search",
    "/nowhere",
    asData("/insights/new"),
  ]) {
    visits.push({ address: `POST ${address}`, page: await client.post(address, { intent: "hide" }) });
    visits.push({
      address: `POST ${address}`,
      page: await client.post(address, {}, { origin: "https://evil.invalid" }),
    });
  }
});

const isHtml = ({ headers }: Page): boolean => headers.get("content-type")?.startsWith("text/html") ?? false;

test("every answer carries the headers that protect it", () => {
  expect(visits.length).toBeGreaterThan(60);
  for (const { address, page } of visits) {
    expect(Object.fromEntries(page.headers), address).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "content-security-policy": expect.stringMatching(
        /^default-src 'none'; script-src 'self' 'nonce-[^']+';/,
      ),
    });
    expect(page.headers.get("content-security-policy"), address).not.toMatch(/unsafe|\*|https?:/);
    for (const name of ["access-control-allow-origin", "x-powered-by", "server", "etag"]) {
      expect(page.headers.get(name), `${name} of ${address}`).toBeNull();
    }
  }
});

test("every page's scripts carry its own nonce, fresh each time, and no element a style or a handler", () => {
  const nonces = new Set<string>();
  const pages = visits.filter(({ page }) => isHtml(page));
  for (const { address, page } of pages) {
    const nonce = /'nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "")?.[1] ?? "";
    nonces.add(nonce);
    for (const [tag] of page.text.matchAll(/<(script|style)\b[^>]*>/g)) {
      expect(tag, address).toContain(`nonce="${nonce}"`);
    }
    const markup = page.text.replaceAll(/<(script|style)\b.*?<\/\1>/gs, "");
    for (const [tag] of markup.matchAll(/<[a-z][^>]*>/g)) {
      expect(tag.replaceAll(/"[^"]*"/g, '""'), address).not.toMatch(/\s(style|on[a-z]+)=/i);
    }
  }
  expect(nonces.size).toBe(pages.length);
});

test("nobody's secrets are in anything that is sent, and addresses only where an administrator keeps them", () => {
  for (const { address, page } of visits) {
    const secret = page.text.match(/passwordHash|password_hash|tokenHash|token_hash|argon2/i);
    expect(secret?.[0], address).toBeUndefined();
    if (/^\/settings\/people(\/|\.|\?|$)/.test(address)) continue;
    expect(page.text.match(/[\w.]+@library\.example/i)?.[0], address).toBeUndefined();
  }
});

/** Every name a page's data uses, as Remix sends it to the browser: a flat list in which names are strings after `_`. */
function namesIn(data: string): string[] {
  const flat: unknown[] = JSON.parse(data.split("\n")[0] ?? "[]");
  const keys = flat.filter((value) => value !== null && typeof value === "object" && !Array.isArray(value));
  const numbers = keys.flatMap((value) => Object.keys(value as object)).map((key) => Number(key.slice(1)));
  return [...new Set(numbers.map((number) => String(flat[number])))]
    .filter((name) => /^[a-z]\w*$/i.test(name))
    .sort();
}

test.each(["assistant", "liaison", "editor", "admin"])(
  "what an insight's data is made of, for the %s",
  async (role) => {
    const client = await app.as(cast.readers.get(role));
    const { id } = cast.canaries[0]!;
    const { text } = await client.get(asData(`/insights/${id}`));
    // An editor's menu has ways to the settings, each with its label.
    const names = namesIn(text).filter((name) => name !== "label");
    expect(names.join(" ")).toMatchInlineSnapshot(
      `"answerWithInsight answered answeredBy answers at author basis by card channel comment comments corroborate data demonstration departmentWord departments detail edit editedAt editedBy editing files formality handle heard heardOn hidden hide html id idempotencyKey jobTitle kind lastHeardOn libraryName many may mayConfirm mayUnsupersede mine more name notice now one person phrase postedAt question readerVoice replaces restore reviewOn revisions root seq settle slug standing stillTrue supersededById tags talk team tell tellable tellings thank thanks timeZone to undo unhide unread version visibility voiceTeams voices withdraw withdrawn words"`,
    );
  },
);
