import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

const idsOn = (text: string) =>
  [...text.matchAll(/name="intent" value="open"\/><input type="hidden" name="id" value="([^"]+)"/g)].map(
    ([, id]) => id ?? "",
  );
const openFirst = async (client: Client) => {
  const [id = ""] = idsOn((await client.get("/me/searches")).text);
  return client.post("/me/searches", { intent: "open", id });
};

test("without script: saved from its page, signs understood, opened with what is new, renamed, removed, brought back", async () => {
  const department = await aDepartment({ name: "School of Informatics", slug: "informatics" });
  const [reader, author] = [await aPerson(), await aPerson()];
  const client = await app.as(reader);
  const given = { person: author, departments: [department] };
  await anInsight({ ...given, body: "The reading lists move in spring" });

  const found = await client.get("/search?q=reading+lists+in:informatics");
  const [, save = ""] = /href="(\/search\/save\?[^"]+)"/.exec(found.text) ?? [];
  const form = await client.get(save.replaceAll("&amp;", "&"));
  expect(form.text).toContain('value="reading lists · School of Informatics"');
  const saved = await client.post(save.replaceAll("&amp;", "&"), { name: "Lists", tell: "never" });
  expect(saved.location).toBe("/search?q=reading+lists&department=informatics");
  expect((await client.get(saved.location ?? "")).text).toContain("Saved. It stands among");

  await anInsight({ ...given, body: "Their reading lists have moved" });
  expect((await client.get("/search")).text).toMatch(/Lists<\/button>.*1 new/s);
  const opened = await openFirst(client);
  const page = await client.get(opened.location ?? "");
  expect(page.text).toMatch(/1 new since you last looked.*have moved.*2 insights.*move in spring/s);
  expect(page.text.match(/<article/g)).toHaveLength(2);
  expect((await client.get((await openFirst(client)).location ?? "")).text).toContain("Nothing new since");

  const [id = ""] = idsOn((await client.get("/me/searches")).text);
  await client.post("/me/searches", { intent: "change", id, name: "Their lists", tell: "weekly" });
  expect((await client.get("/me/searches")).text).toMatch(/Their lists<\/button>.*Tell me with the weekly/s);
  const removed = await client.post("/me/searches", { intent: "remove", id });
  expect(removed.text).toContain("Removed: Their lists");
  const sent = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(removed.text)?.[1] ?? "";
  const back = Object.fromEntries(
    ["name", "address", "tell", "lookedUpTo"].map((name) => [name, sent(name).replaceAll("&amp;", "&")]),
  );
  expect((await client.get("/me/searches")).text).toContain("You have saved no search yet");
  await client.post("/me/searches", { intent: "bring-back", ...back });
  expect((await client.get("/me/searches")).text).toMatch(/Their lists<\/button>.*Tell me with the weekly/s);
});

test("what is no search is not saved, and a name left empty is made of what it asks for", async () => {
  const client = await app.as(await aPerson());
  for (const nothing of ["", "?q=", "?kind=rumour", "?q=before%3Anever", "?page=3"]) {
    expect((await client.get(`/search/save${nothing}`)).text, nothing).toContain("Nothing to save yet");
    expect((await client.post(`/search/save${nothing}`, { name: "x" })).status, nothing).toBe(400);
    expect((await client.get(`/search${nothing}`)).text, nothing).not.toContain("/search/save");
  }
  const long = `/search/save?tag=a-tag-that-is-long-enough-&tag=${"x".repeat(190)}`;
  expect((await client.post(long, { name: " \u202e ", tell: "shout" })).status).toBe(302);
  const list = await client.get("/me/searches");
  expect(list.text).toContain("a-tag-that-is-long-enough-");
  const tooLong = `/search/save?${Array.from({ length: 20 }, (_, at) => `tag=${at}${"x".repeat(150)}`).join("&")}`;
  expect((await client.post(tooLong, { name: "Long" })).status).toBe(400);
});

test("hostile forms save nothing, open nothing of another's, and lead nowhere else", async () => {
  const owner = await aPerson();
  const [own, other] = [await app.as(owner), await app.as(await aPerson())];
  await own.post("/search/save?q=wryneck", { name: "<b>Wryneck</b>", tell: "at-once" });
  const page = await own.get("/me/searches");
  expect(page.text).toContain("&lt;b&gt;Wryneck&lt;/b&gt;");
  const [id = ""] = idsOn(page.text);
  for (const intent of ["open", "change", "remove"])
    expect((await other.post("/me/searches", { intent, id, name: "Mine", tell: "never" })).status).toBe(404);
  for (const address of [
    "//elsewhere.example/?q=a",
    "https://elsewhere.example/search?q=a",
    "/me?q=a",
    "/search",
  ])
    expect((await own.post("/me/searches", { intent: "bring-back", name: "n", address })).status).toBe(400);
  for (const wrong of [
    { intent: "open", id: "' or 1=1" },
    { intent: "", id },
    { intent: "save", id: "" },
  ])
    expect((await own.post("/me/searches", wrong)).status).toBe(400);
  const since = await own.get("/search?q=wryneck&new=9999999999999999999&new=1%27");
  expect(since.status).toBe(200);
  expect(await db.select().from(savedSearches).where(eq(savedSearches.personId, owner.id))).toHaveLength(1);
});
