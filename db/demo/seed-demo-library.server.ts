import { eq } from "drizzle-orm";
import { recordEvent } from "#app/events/record-event.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import { postInsight } from "#app/insights/post-insight.server.ts";
import { createPerson } from "#app/people/create-person.server.ts";
import { hashPassword } from "#app/people/password.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { changeSettings } from "#app/settings/change-settings.server.ts";
import { findLibrarySettings, forgetLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { librarySettings } from "#app/settings/library-settings.ts";
import { db, type Tx } from "../client.server.ts";
import { newId } from "../new-id.server.ts";
import { runTransaction } from "../run-transaction.server.ts";
import { departmentAliases, departmentLiaisons, departments } from "../schema/departments.server.ts";
import { insights } from "../schema/insights.server.ts";
import { people, teams } from "../schema/people.server.ts";
import { tagSynonyms, tags } from "../schema/vocabulary.server.ts";
import { demoInsights } from "./content/all-insights.ts";
import { demoDepartments } from "./content/departments.ts";
import { demoColleagues, demoName, demoTeams } from "./content/people.ts";
import { demoTags } from "./content/tags.ts";
import { demoDates } from "./demo-dates.ts";
import { seedDemoApiKeys } from "./seed-demo-api-keys.server.ts";
import { seedDemoDepartments } from "./seed-demo-departments.server.ts";
import { seedDemoFollows } from "./seed-demo-follows.server.ts";
import { seedDemoHandovers } from "./seed-demo-handovers.server.ts";
import { seedDemoIssues } from "./seed-demo-issues.server.ts";
import { seedDemoReports } from "./seed-demo-reports.server.ts";
import { seedDemoSavedSearches } from "./seed-demo-saved-searches.server.ts";
import { seedDemoTalk } from "./seed-demo-talk.server.ts";
import { seedDemoWords } from "./seed-demo-words.server.ts";

/** The password of every demonstration colleague; it opens nothing but the embedded library on loopback. */
const demoPassword = "corridor-demo-library";

type Progress = { onProgress: (done: number, total: number) => void };

/**
 * Fills an empty library with the demonstration: fictional, the same each time, its dates counted back from today.
 * Interrupted, it goes on where it was.
 */
export async function seedDemoLibrary({ onProgress }: Progress): Promise<void> {
  // What is remembered of a demonstration that was taken away a moment ago is no beginning.
  forgetLibrarySettings();
  const begun = (await findLibrarySettings()).demonstration;
  const colleagues = begun ? await findColleagues() : await runTransaction(addEverythingButInsights);
  await postInsights(colleagues, { onProgress });
  const { timeZone } = await findLibrarySettings();
  await runTransaction((tx) => seedDemoTalk(tx, { colleagues, now: new Date(), timeZone }));
  await runTransaction((tx) => seedDemoFollows(tx, colleagues));
  await runTransaction((tx) => seedDemoSavedSearches(tx, colleagues));
  await runTransaction((tx) => seedDemoApiKeys(tx, { colleagues, now: new Date() }));
  await runTransaction((tx) => seedDemoWords(tx, { colleagues, today: dayIn(timeZone, new Date()) }));
  await seedDemoDepartments({ colleagues, now: new Date(), timeZone });
  await seedDemoReports({ colleagues, now: new Date(), timeZone });
  await runTransaction((tx) => seedDemoIssues(tx, { now: new Date() }));
  await runTransaction((tx) => seedDemoHandovers(tx, { colleagues, now: new Date(), timeZone }));
  await runTransaction((tx) =>
    recordEvent(tx, { name: "demonstration.filled", actorId: null, subjectId: null }),
  );
}

async function addEverythingButInsights(tx: Tx): Promise<Map<string, Person>> {
  forgetLibrarySettings();
  const { libraryName } = await findLibrarySettings();
  // A library that has said what it is called keeps its name.
  const isUnnamed = libraryName === librarySettings.parse({}).libraryName;
  await changeSettings(tx, { ...(isUnnamed && { libraryName: demoName }), demonstration: true });
  const colleagues = await addColleagues(tx);
  await addDepartments(tx, colleagues);
  await addTags(tx);
  return colleagues;
}

async function findColleagues(): Promise<Map<string, Person>> {
  const { id, handle, name, jobTitle, role, demonstration } = people;
  const rows = await db
    .select({
      id,
      handle,
      name,
      jobTitle,
      role,
      demonstration,
      team: { id: teams.id, slug: teams.slug, name: teams.name },
    })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.demonstration, true));
  return new Map(rows.map((person) => [person.handle, person]));
}

async function addColleagues(tx: Tx): Promise<Map<string, Person>> {
  // Whoever set the library up may have a team of such a name.
  await tx
    .insert(teams)
    .values(demoTeams.map((team) => ({ id: newId(), ...team })))
    .onConflictDoNothing();
  const teamRows = await tx.select().from(teams);
  const passwordHash = await hashPassword(demoPassword);
  const colleagues = new Map<string, Person>();
  for (const { team: slug, ...colleague } of demoColleagues) {
    const team = teamRows.find((row) => row.slug === slug);
    if (!team) throw new Error(`the demonstration has no team ${slug}`);
    const draft = { ...colleague, teamId: team.id, passwordHash, demonstration: true, actorId: null };
    const id = await createPerson(tx, draft);
    colleagues.set(colleague.handle, { ...colleague, id, team, demonstration: true });
  }
  return colleagues;
}

async function addDepartments(tx: Tx, colleagues: Map<string, Person>): Promise<void> {
  const ids = new Map(demoDepartments.map(({ slug }) => [slug, newId()]));
  const idOf = (slug: string) => ids.get(slug) ?? "";
  const since = daysAfter(dayIn("UTC", new Date()), -400);
  for (const {
    slug,
    name,
    kind,
    parent,
    nicknames = [],
    oldNames = [],
    owner,
    coOwners = [],
  } of demoDepartments) {
    const departmentId = idOf(slug);
    const parentId = parent ? idOf(parent) : null;
    await tx
      .insert(departments)
      .values({ id: departmentId, slug, name, kind, parentId, demonstration: true });
    const aliases = [
      ...nicknames.map((nickname) => ({
        id: newId(),
        departmentId,
        name: nickname,
        kind: "nickname" as const,
      })),
      ...oldNames.map((oldName) => ({ id: newId(), departmentId, name: oldName, kind: "old-name" as const })),
    ];
    if (aliases.length > 0) await tx.insert(departmentAliases).values(aliases);
    const liaisons = [owner, ...coOwners].flatMap((handle) => (handle ? (colleagues.get(handle) ?? []) : []));
    for (const { id: personId, handle } of liaisons) {
      const part = handle === owner ? ("owner" as const) : ("co-owner" as const);
      await tx
        .insert(departmentLiaisons)
        .values({ id: newId(), departmentId, personId, part, fromDate: since });
    }
  }
}

async function addTags(tx: Tx): Promise<void> {
  for (const { name, synonyms = [] } of demoTags) {
    const tagId = newId();
    await tx.insert(tags).values({ id: tagId, name });
    for (const synonym of synonyms)
      await tx.insert(tagSynonyms).values({ id: newId(), tagId, name: synonym });
  }
}

async function postInsights(colleagues: Map<string, Person>, { onProgress }: Progress): Promise<void> {
  const now = new Date();
  const { timeZone } = await findLibrarySettings();
  const dated = demoInsights
    .map((insight) => ({ insight, ...demoDates(insight, { now, timeZone }) }))
    .sort((a, b) => a.postedAt.getTime() - b.postedAt.getTime());
  const posted = new Map<string, string>();
  for (const { insight, heardOn, postedAt } of dated) {
    const { key, by, body, departments, channel, tags, kind, basis, visibility } = insight;
    const person = colleagues.get(by);
    const read = readDraft(
      { body, departments, channel, tags, kind, basis, visibility, heardOn },
      { today: dayIn(timeZone, now) },
    );
    if (!person || "problems" in read) throw new Error(`the demonstration's insight ${key} cannot be posted`);
    const { draft } = read;
    const outcome = await postInsight({
      person,
      draft,
      idempotencyKey: `demo-${key}`,
      source: "demo",
      postedAt,
    });
    if (outcome.outcome === "refused") throw new Error(`the demonstration's insight ${key} was refused`);
    posted.set(key, outcome.id);
    onProgress(posted.size, dated.length);
  }
  await linkReplaced(posted);
}

async function linkReplaced(posted: Map<string, string>): Promise<void> {
  for (const { key, supersededBy } of demoInsights) {
    const id = posted.get(key);
    const supersededById = supersededBy && posted.get(supersededBy);
    if (id && supersededById) await db.update(insights).set({ supersededById }).where(eq(insights.id, id));
  }
}
