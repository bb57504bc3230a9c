import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import type { Person } from "#app/people/person.ts";
import { ensureIndex } from "#app/search/ensure-index.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { pool } from "#db/client.server.ts";
import { type Client, clientOf, type Page } from "#tests/support/client.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type ADepartment, aDepartment, aPerson, aTeam } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { keyOf } from "#tests/support/pages.ts";
import { startProcess } from "#tests/support/processes.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
const files = useFilesFolder();
const { url, prefix } = useSearchIndex(database);
const shared = {
  ...{ DATABASE_URL: database.url, MEILISEARCH_URL: url, MEILISEARCH_INDEX_PREFIX: prefix, FILES_DIR: files },
  ...{ REQUESTS_PER_MINUTE: "1000000", WRITES_PER_MINUTE: "1000000", SEARCHES_PER_MINUTE: "1000000" },
  ...{ KEYSTROKES_PER_SECOND: "1000000", SEARCH_WITHIN_MS: "9000", LOG_LEVEL: "silent" },
};
let department: ADepartment;
let author: Person;
let reader: Person;

beforeAll(async () => {
  await ensureIndex();
  const team = await aTeam();
  department = await aDepartment();
  author = await aPerson({ team });
  reader = await aPerson({ team });
});
afterAll(closeSender);

/** Where whoever may read an insight finds it. */
const addresses = (id: string): string[] => [
  ...["/", `/departments/${department.slug}`, `/departments/${department.slug}.data`],
  ...["", ".data", "/hits"].flatMap((more) => [
    `/search${more}?q=wheatear`,
    `/search${more}?q=wheatears+seen`,
  ]),
  ...[`/search?department=${department.slug}`, `/insights/${id}`, `/insights/${id}.data`],
  ...["/api/v1/search?q=wheatear", `/api/v1/insights?department=${department.slug}`],
];

/** What stands on each of them, and what on none. */
type Standing = { there?: string; gone?: string };

function amiss({ there, gone }: Standing, address: string, { text }: Page): string[] {
  if (there && !text.includes(there)) return [`${address} lacks ${there}`];
  return gone && text.includes(gone) ? [`${address} has ${gone}`] : [];
}

type Reading = { id: string; standing?: Standing; isOver: boolean; rounds: number };

/** Reads on and on. What was begun and ended between two changes must be as things stand then. */
async function readOn(now: Reading, read: (address: string) => Promise<Page>): Promise<string[]> {
  const wrong: string[] = [];
  for (; !now.isOver; now.rounds += 1) {
    for (const address of addresses(now.id)) {
      const { standing } = now;
      const page = await read(address);
      if (standing && standing === now.standing) wrong.push(...amiss(standing, address, page));
    }
  }
  return wrong;
}

type Change = { does: () => Promise<Page>; standing: Standing; own?: Standing };

test("what is done through one process is so at once on every page another keeps: nobody misses their own, nobody sees what is taken away", async () => {
  const [here, there] = await Promise.all([1, 2].map(() => startProcess({ what: "serve", env: shared })));
  await startProcess({ what: "worker", env: shared });
  const at =
    (origin = "") =>
    (person: Person) =>
      clientOf({ origin, person });
  const [write, look] = [at(here?.origin), at(there?.origin)];
  const [writer, editor, admin] = [
    await write(author),
    await write(await aPerson({ role: "editor" })),
    await write(await aPerson({ role: "admin" })),
  ];
  const readAs = async (person: Person) => {
    const key = await mintApiKey({ email: `${person.handle}@library.example`, name: "a test" });
    const client = await look(person);
    return (address: string) =>
      client.get(address, address.startsWith("/api/") ? { authorization: `Bearer ${key}` } : {});
  };
  const [readsIt, wroteIt] = [await readAs(reader), await readAs(author)];

  const about = { departments: department.slug, channel: "coffee" };
  const key = keyOf((await writer.get("/insights/new")).text);
  const first = { ...about, key, body: "A wheatear seen by lamplight" };
  expect((await writer.post("/insights/new", first)).status).toBe(302);
  const [posted] = await pool()`select id from insights where author_id = ${author.id}`;
  const now: Reading = { id: String(posted?.id), isOver: false, rounds: 0 };
  const path = `/insights/${now.id}`;
  const edit = (version: number, body: string, visibility: string) => () =>
    writer.post(`${path}/edit`, { ...about, version: `${version}`, body, visibility, kind: "observation" });
  const turn = (client: Client, intent: string) => () =>
    client.post(path, { intent, reason: "for the test" });
  const [before, after] = ["A wheatear seen by lamplight", "A wheatear seen by moonlight"];
  const changes: Record<string, Change> = {
    corrected: { does: edit(1, after, "staff"), standing: { there: "moonlight", gone: "lamplight" } },
    "kept to its author": {
      does: edit(2, after, "me"),
      standing: { gone: "moonlight" },
      own: { there: "moonlight" },
    },
    "opened again": { does: edit(3, before, "staff"), standing: { there: "lamplight", gone: "moonlight" } },
    hidden: { does: turn(editor, "hide"), standing: { gone: "lamplight" }, own: {} },
    "shown again": { does: turn(editor, "unhide"), standing: { there: "lamplight" } },
    withdrawn: { does: turn(writer, "withdraw"), standing: { gone: "lamplight" }, own: {} },
    "brought back": { does: turn(writer, "restore"), standing: { there: "lamplight" } },
    "about a department with another name": {
      does: () =>
        editor.post(`/settings/departments/${department.slug}`, { intent: "rename", name: "Alchemy" }),
      standing: { there: "Alchemy" },
    },
    "kept to a team": { does: edit(4, after, "team"), standing: { there: "moonlight", gone: "lamplight" } },
    "the team's, which its reader has left": {
      does: () =>
        admin.post(`/settings/people/${reader.handle}`, {
          ...{ intent: "change", version: "1", name: reader.name, role: reader.role, jobTitle: "" },
          ...{ email: `${reader.handle}@library.example`, team: "Another" },
        }),
      standing: { gone: "moonlight" },
      own: { there: "moonlight" },
    },
  };

  const reading = readOn(now, readsIt);
  onTestFinished(async () => {
    now.isOver = true;
    await reading;
  });
  for (const [name, { does, standing, own = standing }] of Object.entries(changes)) {
    // Long enough for the other process to keep what it shows.
    const { rounds } = now;
    await expect.poll(() => now.rounds, { timeout: 60_000 }).toBeGreaterThan(rounds + 1);
    now.standing = undefined;
    expect((await does()).status, name).toBe(302);
    now.standing = standing;
    const looks = addresses(now.id).map(async (address) => [
      ...amiss(standing, address, await readsIt(address)),
      ...amiss(own, `the author's ${address}`, await wroteIt(address)),
    ]);
    expect((await Promise.all(looks)).flat(), name).toEqual([]);
  }
  now.isOver = true;
  expect(await reading).toEqual([]);
  expect(await checkInvariants()).toEqual([]);
}, 180_000);
