import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { exceedsBodyLimit } from "#app/text/body-limit.ts";
import { cleanText, saysSomething } from "#app/text/clean-text.ts";
import { db } from "#db/client.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client, Page } from "#tests/support/client.ts";
import { type ADepartment, aComment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { aSeed } from "../text/a-seed.ts";
import { fromFolder, type HostileList, longEnough, some } from "./hostile-input.ts";
import { ownDates, ownInjections, ownNaughtyStrings } from "./hostile-own.ts";

const app = useApp();
vi.setConfig({ testTimeout: longEnough });
const seed = aSeed();
let client: Client;
let department: ADepartment;
let mine: string;
let theirs: string;
let remark: string;

beforeAll(async () => {
  const person = await aPerson({ role: "editor" });
  client = await app.as(person);
  department = await aDepartment();
  mine = (await anInsight({ person, departments: [department] })).id;
  theirs = (await anInsight()).id;
  remark = await aComment({ insightId: theirs });
});

const lists: HostileList[] = [
  fromFolder("blns.json", undefined, ownNaughtyStrings),
  fromFolder("sqli-payloadsallthethings.json", undefined, ownInjections),
  fromFolder("app-misc-own.json", "unicodeNames", ["İstanbul", "ß", "\u200e", "O’Brien"]),
  fromFolder("app-misc-own.json", "logInjection", ["a\nINFO ok", "\u001b]0;title\u0007"]),
  fromFolder("app-misc-own.json", "headerInjection", ["a\r\nX: y", "%0d%0aX: y"]),
  fromFolder("app-misc-own.json", "emailAddresses", ["a@b.c\nBcc: z@z", '"a b"@example.org']),
  fromFolder("app-misc-own.json", "dates", ownDates),
];

const named = lists.map((list) => {
  const { texts, said } = some(list, seed);
  return [`${list.name}${said}`, texts] as const;
});

/** What a form makes of a text on its way: no half characters, and no U+0000. */
function asSent(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\ufffd").replaceAll("\0", "");
}

function expectNoFault(page: Page, about: string): Page {
  expect(page.status, about).toBeLessThan(500);
  return page;
}

test.each(named)("every text is kept as it was cleaned, or refused in words: %s", async (_, texts) => {
  for (const text of texts) {
    const key = crypto.randomUUID();
    const fields = { key, body: text, departments: department.slug, channel: "coffee" };
    const page = expectNoFault(await client.post("/insights/new", fields), JSON.stringify(text));
    const cleaned = cleanText(asSent(text));
    const [kept] = await db
      .select({ body: insights.body })
      .from(insights)
      .where(eq(insights.idempotencyKey, key));
    const isTaken = saysSomething(cleaned) && !exceedsBodyLimit(cleaned);
    expect([page.status, kept?.body], JSON.stringify(text)).toEqual(
      isTaken ? [302, cleaned] : [400, undefined],
    );
  }
});

test.each(named)(
  "every text is kept as a comment and as a voice's words, or refused in words: %s",
  async (_, texts) => {
    for (const text of texts) {
      const cleaned = cleanText(asSent(text));
      const key = crypto.randomUUID();
      const posted = expectNoFault(
        await client.post(`/insights/${theirs}`, { intent: "comment", key, body: text }),
        JSON.stringify(text),
      );
      const [kept] = await db
        .select({ body: comments.body })
        .from(comments)
        .where(eq(comments.idempotencyKey, key));
      const isTaken = saysSomething(cleaned) && Buffer.byteLength(cleaned) <= 5_000;
      expect([posted.status, kept?.body], JSON.stringify(text)).toEqual(
        isTaken ? [302, cleaned] : [400, undefined],
      );
      const voice = { intent: "corroborate-in-words", words: text };
      const heard = expectNoFault(await client.post(`/insights/${theirs}`, voice), JSON.stringify(text));
      const isShort = [...cleaned].length <= 500;
      expect(heard.status, JSON.stringify(text)).toBe(isShort ? 302 : 400);
      const [said] = await db.select().from(corroborations).where(eq(corroborations.insightId, theirs));
      if (isShort) expect(said?.words).toBe(cleaned);
    }
    expectNoFault(await client.get(`/insights/${theirs}`), "the page that shows them");
  },
);

test.each(named)("every other field about an insight takes them or says no: %s", async (_, texts) => {
  const forms = (text: string): Record<string, string>[] => [
    { intent: "corroborate-in-words", words: "So", channel: text, heardOn: text },
    { intent: "comment", key: text, body: "So it is" },
    { intent: "tell", colleagues: text, words: text },
    { intent: "hide-comment", comment: remark, reason: text },
    { intent: "unhide-comment", comment: remark },
  ];
  for (const text of texts) {
    for (const form of forms(text)) {
      expectNoFault(await client.post(`/insights/${theirs}/talk`, form), JSON.stringify([form, text]));
    }
  }
});

test.each(named)("every other field of a form takes them or says no: %s", async (_, texts) => {
  for (const text of texts) {
    const fields = {
      body: "Heard it",
      departments: text,
      channel: text,
      tags: text,
      kind: text,
      basis: text,
    };
    const posted = { key: crypto.randomUUID(), ...fields, visibility: text, heardOn: text };
    const tries: [string, Record<string, string>][] = [
      ["/insights/new", posted],
      ["/?index", { ...posted, key: text }],
      [`/insights/${mine}/edit`, { ...posted, version: text }],
      [`/insights/${mine}`, { intent: text, reason: text }],
      ["/me", { intent: text, current: text, next: text }],
      ["/sign-in", { email: text, password: text, to: text, demonstration: text }],
    ];
    for (const [address, form] of tries) {
      const page = expectNoFault(await client.post(address, form), `${address} ${JSON.stringify(text)}`);
      const leadsAway = page.location !== null && !page.location.startsWith("/");
      expect([page.headers.get("x"), leadsAway], JSON.stringify(text)).toEqual([null, false]);
    }
  }
});

test.each(named)(
  "every parameter and every part of an address takes them or says no: %s",
  async (_, texts) => {
    for (const text of texts) {
      const value = encodeURIComponent(asSent(text).slice(0, 600));
      const filters = ["department", "tag", "channel", "kind", "team", "person", "from", "to"];
      const addresses = [
        `/search?q=${value}&sort=${value}&page=${value}`,
        `/search?${filters.map((name) => `${name}=${value}`).join("&")}`,
        `/search?${encodeURIComponent([...asSent(text)].slice(0, 50).join(""))}=${value}`,
        `/departments/${department.slug}?before=${value}`,
        `/insights/new?department=${value}`,
        `/departments/${value}`,
        `/weeks/${value}`,
        `/insights/${value}/edit`,
        `/${value}`,
      ];
      for (const address of addresses) expectNoFault(await client.get(address), address);
    }
  },
);

test("everything posted can be looked at, page by page, in a list and by itself", async () => {
  let address: string | undefined = `/departments/${department.slug}`;
  while (address) {
    const page: Page = await client.get(address);
    expect(page.status, address).toBe(200);
    address = /href="(\/departments\/[^"]+\?before=\d+)"/.exec(page.text)?.[1];
  }
});

// React Router makes "//…" of these while rendering and cannot read it. The front door refuses them.
test.each(["/%5C", "/%5C' OR 1=1"])("no fault at the address %s", async (address) => {
  expectNoFault(await client.get(address), address);
});
