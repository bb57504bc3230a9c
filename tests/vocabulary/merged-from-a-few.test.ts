import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { mergeTags } from "#app/vocabulary/merge-tags.server.ts";
import { db } from "#db/client.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const secret = "closure-of-the-annexe";

let author: Person;
let mate: Person;

async function idOf(name: string): Promise<string> {
  const [row] = await db.select({ id: tags.id }).from(tags).where(eq(tags.name, name));
  return row?.id ?? "";
}

beforeAll(async () => {
  author = await aPerson();
  mate = await aPerson({ role: "editor", team: author.team });
  await anInsight({ person: author, sent: { visibility: "team", tags: [secret] } });
  await anInsight({ sent: { tags: ["buildings"] } });
  await mergeTags({ actorId: mate.id, fromId: await idOf(secret), intoId: await idOf("buildings") });
});

const places = [
  "/tags/buildings",
  "/tags/buildings.data",
  "/insights/choices",
  "/insights/new",
  "/search/names?q=buildings",
  "/search/names?q=closure",
  "/search?q=closure",
  "/search?tag=buildings",
  "/settings/tags",
  "/settings/tags/buildings",
];

test.each(["assistant", "editor", "admin"] as const)(
  "the name of a few people's tag that became part of everybody's is not told to an %s besides",
  async (role) => {
    const client = await app.as(await aPerson({ role }));
    for (const place of places) {
      const { text } = await client.get(place);
      for (const way of [secret, secret.replaceAll("-", " ")]) expect(text, place).not.toContain(way);
    }
    expect((await client.get("/tags/buildings")).status).toBe(200);
    expect((await client.get(`/tags/${secret}`)).status, "asked for by name").toBe(404);
    expect((await client.get(`/search?tag=${secret}`)).text).not.toContain("Heard that");
  },
);

test("whoever knew it goes on finding it", async () => {
  const client = await app.as(mate);
  for (const place of ["/tags/buildings", "/insights/choices", "/settings/tags/buildings"])
    expect((await client.get(place)).text, place).toContain(secret);
  expect((await client.get(`/tags/${secret}`)).location).toBe("/tags/buildings");
  expect((await client.get(`/search?tag=${secret}`)).text).toContain("Heard that");
});

test("an editor who does not know it changes the other synonyms and leaves it as it is", async () => {
  const client = await app.as(await aPerson({ role: "editor" }));
  const changed = await client.post("/settings/tags/buildings", { intent: "synonyms", synonyms: "estates" });
  expect([changed.status, changed.text.includes(secret)]).toEqual([302, false]);
  expect((await client.get("/tags/buildings")).text).toContain("estates");
  expect((await (await app.as(mate)).get(`/tags/${secret}`)).location).toBe("/tags/buildings");
});
