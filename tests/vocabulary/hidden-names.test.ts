import { beforeAll, expect, test } from "vitest";
import { findKnownTag } from "#app/insights/find-known-tag.server.ts";
import type { Person } from "#app/people/person.ts";
import { renameTag } from "#app/vocabulary/keep-tags.server.ts";
import { mergeTags } from "#app/vocabulary/merge-tags.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

let author: Person;

async function theirs(tag: string): Promise<string> {
  await anInsight({ person: author, body: "Theirs alone.", sent: { visibility: "team", tags: [tag] } });
  return (await findKnownTag({ person: author, name: tag }))?.id ?? "";
}

beforeAll(async () => {
  author = await aPerson({ role: "editor" });
  for (const tag of ["annexe-closes", "annexe-moves"]) await theirs(tag);
  for (const wing of ["north", "south", "upper", "lower"]) {
    const tagId = await theirs(`${wing}-plan`);
    await renameTag({ actorId: author.id, tagId, name: `${wing}-wing` });
  }
  for (const wing of ["east", "west", "inner", "outer"]) {
    const [fromId, intoId] = [await theirs(`${wing}-plan`), await theirs(`${wing}-wing`)];
    await mergeTags({ actorId: author.id, fromId, intoId });
  }
  for (const tag of [
    "buildings",
    "rooms",
    "floors",
    "doors",
    "stairs",
    "lifts",
    "walls",
    "roofs",
    "halls",
    "yards",
  ])
    await anInsight({ body: "Known to everybody.", sent: { tags: [tag] } });
});

test.each([
  { how: "name", hidden: "annexe-closes", free: "free-a", of: "buildings" },
  { how: "synonym", hidden: "annexe-moves", free: "free-b", of: "rooms" },
  { how: "name", hidden: "north-wing", free: "free-c", of: "floors" },
  { how: "name", hidden: "south-plan", free: "free-d", of: "doors" },
  { how: "synonym", hidden: "upper-wing", free: "free-e", of: "stairs" },
  { how: "synonym", hidden: "lower-plan", free: "free-f", of: "lifts" },
  { how: "name", hidden: "east-plan", free: "free-g", of: "walls" },
  { how: "name", hidden: "west-wing", free: "free-h", of: "roofs" },
  { how: "synonym", hidden: "inner-plan", free: "free-i", of: "halls" },
  { how: "synonym", hidden: "outer-wing", free: "free-j", of: "yards" },
])(
  "$hidden, a $how that a few people's hidden tag has or had, is given as if it were free, and they keep what they had",
  async ({ how, hidden, free, of }) => {
    const to = how === "name" ? hidden : of;
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
    // An old name leads them there no more; the one it has today does.
    const today = hidden.replace("-plan", "-wing");
    const found = (await (await app.as(author)).get(`/search?tag=${today}`)).text;
    expect(found).toContain("Theirs alone.");
    expect(await checkInvariants()).toEqual([]);
  },
);
