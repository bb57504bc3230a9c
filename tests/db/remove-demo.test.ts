import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { addEntry } from "#app/departments/add-entry.server.ts";
import { readEntry } from "#app/departments/entry-tables.server.ts";
import { corroborate } from "#app/insights/corroborate.server.ts";
import { follow } from "#app/people/follow.server.ts";
import type { Person } from "#app/people/person.ts";
import { personColumns } from "#app/people/person-columns.server.ts";
import { compareIndex } from "#app/search/compare-index.server.ts";
import { ensureIndex } from "#app/search/ensure-index.server.ts";
import { indexUnconfirmed } from "#app/search/index-unconfirmed.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { isEmptyLibrary } from "#db/demo/is-empty.server.ts";
import { CannotRemove, removeDemoLibrary } from "#db/demo/remove-demo-library.server.ts";
import { seedDemoLibrary } from "#db/demo/seed-demo-library.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aComment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";
import { fingerprint } from "#tests/upkeep/a-library.ts";

const database = useDatabase();
const index = useSearchIndex(database);
const run = promisify(execFile);

type Row = Record<string, never>;
const one = async <Value>(query: ReturnType<typeof sql>): Promise<Value> => {
  const [row] = await db.execute<Row>(query);
  return Object.values(row ?? {})[0] as Value;
};
const count = (of: ReturnType<typeof sql>) => one<number>(sql`select count(*)::int as n from ${of}`);

async function demoPerson(handle: string): Promise<Person> {
  const found = db
    .select(personColumns)
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.handle, handle));
  return (await found)[0] as Person;
}

const command = (...options: string[]) =>
  run(process.execPath, ["scripts/demo-remove.ts", ...options], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      MEILISEARCH_URL: index.url,
    },
  });

beforeAll(() => ensureIndex());

test("a demonstration nobody added to leaves a library as empty as it was before it", async () => {
  const { events: _, search_words: __, ...before } = await fingerprint(database.url);
  await seedDemoLibrary({ onProgress: () => {} });
  await removeDemoLibrary({ ownerUrl: database.ownerUrl });
  const { events: ledger, search_words: ___, ...after } = await fingerprint(database.url);
  expect(after).toEqual(before);
  expect(ledger).toMatch(/^1 /);
  expect(await isEmptyLibrary()).toBe(true);
  await expect(db.execute(sql`delete from events`)).rejects.toThrow();
}, 400_000);

test("what people added to a full demonstration stays, and nothing else of it does", async () => {
  await seedDemoLibrary({ onProgress: () => {} });
  const [priya, helen] = [await demoPerson("priya"), await demoPerson("helen")];
  const ann = await aPerson({ name: "Ann Own", handle: "ann" });
  await expect(removeDemoLibrary({ ownerUrl: database.ownerUrl })).rejects.toThrow(CannotRemove);
  const ruth = await aPerson({ name: "Ruth Own", role: "admin", password: "a long way from the desk" });

  // Of their own, about the demonstration's: it keeps the department, and the faculty above it.
  const informatics = { id: await one<string>(sql`select id from departments where slug = 'informatics'`) };
  const own = await aDepartment({ name: "Bell foundry", slug: "bell-foundry" });
  const kept = await anInsight({
    person: ann,
    departments: [{ ...informatics, slug: "informatics", name: "Informatics" }, own],
    body: "The capybara reading room is loved.",
    sent: { tags: ["open-access", "capybaras"], kind: "question" },
  });
  await corroborate({ person: priya, id: kept.id });
  await corroborate({ person: ruth, id: kept.id });
  await aComment({ insightId: kept.id, person: ruth, body: "They told me too." });
  await aComment({ insightId: kept.id, person: priya, body: "Heard in Informatics." });
  const read = readEntry("contact", {
    name: "Dr Bell",
    role: "head",
    place: "",
    does: "",
    worksOn: "",
    since: "",
    until: "",
  });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  await addEntry({
    person: ann,
    departmentId: own.id,
    kind: "contact",
    id: crypto.randomUUID(),
    draft: read.draft,
  });
  await follow({ personId: ann.id, kind: "department", id: informatics.id });
  // An editor of the demonstration hid one of theirs: it stays hidden, by a stand-in.
  const hidden = await anInsight({ person: ruth, departments: [own], body: "Hidden by Helen." });
  await db.execute(sql`update insights set hidden_at = now(), hidden_by = ${helen.id}, hidden_reason = 'twice'
    where id = ${hidden.id}`);
  // Beneath the demonstration's: goes with it.
  const theirs = await one<string>(sql`select id from insights where source = 'demo' and visibility = 'staff'
    and kind <> 'question' and author_id <> ${ann.id} order by seq desc limit 1`);
  await corroborate({ person: ann, id: theirs });
  await aComment({ insightId: theirs, person: ann, body: "A word of my own." });
  await anInsight({ person: priya, departments: [own], body: "Posted while trying it out." });
  await indexUnconfirmed();
  expect(await checkInvariants()).toEqual([]);

  const before = await fingerprint(database.url);
  const tried = await command("--dry-run");
  expect(await fingerprint(database.url)).toEqual(before);
  const done = await command();
  expect(done.stdout.replaceAll("Gone:", "Would go:")).toContain(
    tried.stdout.split("\nNothing was changed")[0] ?? "?",
  );
  expect(done.stdout).toContain("1 of these insights were posted by hand");
  expect(done.stdout).toContain("With its insights 1 comments and 1 voices of people of your own.");
  expect(done.stdout).toContain("What stays: 2 people and 2 insights.");
  expect(done.stdout).toContain("School of Informatics");
  expect(done.stdout).toContain("Every invariant holds.");

  expect(
    await db.execute(
      sql`select handle, disabled_at is null as works from people where id <> ${ruth.id} order by 1`,
    ),
  ).toEqual([
    { handle: "ann", works: true },
    { handle: "of-the-demonstration", works: false },
  ]);
  expect(
    await db.execute(sql`select voices, comments, tags from insights i
    left join lateral (select string_agg(t.name, ' ' order by t.name) as tags from insight_tags x join tags t on t.id = x.tag_id
      where x.insight_id = i.id) t on true where id = ${kept.id}`),
  ).toEqual([{ voices: 2, comments: 1, tags: "capybaras open-access" }]);
  expect(await count(sql`departments where slug in ('informatics', 'bell-foundry')`)).toBe(2);
  expect(
    await count(sql`departments d where demonstration or (parent_id is null and slug not in ('bell-foundry')
    and not exists (select from departments u where u.parent_id = d.id))`),
  ).toBe(0);
  expect(await count(sql`departments`)).toBeLessThanOrEqual(4);
  expect(await count(sql`tags`)).toBe(2);
  for (const table of [
    "enquiries",
    "phrases",
    "evidence_cards",
    "summary_sentences",
    "notifications where actor_id is not null",
  ])
    expect(await count(sql.raw(table)), table).toBe(0);
  expect(await count(sql`contacts`)).toBe(1);
  expect(await count(sql`follows`)).toBe(1);
  expect(await count(sql`events e left join people p on p.id = e.actor_id where p.demonstration`)).toBe(0);
  expect(await checkInvariants()).toEqual([]);
  expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
  expect(await isEmptyLibrary()).toBe(false);
  expect((await command()).stdout).toContain("Nothing of the demonstration is here.");
}, 400_000);
