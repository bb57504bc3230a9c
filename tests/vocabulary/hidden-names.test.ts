import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

let author: Person;

beforeAll(async () => {
  author = await aPerson();
  for (const tag of ["annexe-closes", "annexe-moves"])
    await anInsight({ person: author, body: "Theirs alone.", sent: { visibility: "team", tags: [tag] } });
  for (const tag of ["buildings", "rooms"])
    await anInsight({ body: "Known to everybody.", sent: { tags: [tag] } });
});

test.each([
  { how: "name", hidden: "annexe-closes", free: "never-coined", of: "buildings", to: "annexe-closes" },
  { how: "synonym", hidden: "annexe-moves", free: "not-coined", of: "rooms", to: "rooms" },
])(
  "a $how that a few people's hidden tag has is given as if it were free, and they keep what they had",
  async ({ how, hidden, free, of, to }) => {
    const client = await app.as(await aPerson({ role: "editor" }));
    const ask = (tag: string, name: string) =>
      client.post(
        `/settings/tags/${tag}`,
        how === "name" ? { intent: "rename", name } : { intent: "synonyms", synonyms: name },
      );
    const answers = [await ask(of, free), await ask(how === "name" ? free : of, hidden)];
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    const page = await client.get(`/settings/tags/${to}`);
    expect(page.text).toContain("One insight you may read");
    expect(page.text).not.toContain("already");
    const tag = await client.get(`/tags/${to}`);
    expect(tag.text).toContain("Known to everybody.");
    expect(tag.text).not.toContain("Theirs alone.");
    const theirs = await app.as(author);
    const found = (await theirs.get(`/search?tag=${hidden}`)).text;
    expect(found).toContain("Theirs alone.");
    expect(await checkInvariants()).toEqual([]);
  },
);
