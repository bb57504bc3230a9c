import { eq } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import { findLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { db } from "#db/client.server.ts";
import { seedDemoLibrary } from "#db/demo/seed-demo-library.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { judgedSet } from "#tests/search/judgements.ts";
import type { Question } from "./collection.ts";

const reader = "priya";

/** Fills an empty library with the demonstration and answers with who searches it and what they ask. */
export async function fillDemonstration(): Promise<{ person: Person; questions: Question[] }> {
  await seedDemoLibrary({ onProgress: () => {} });
  const { timeZone } = await findLibrarySettings();
  const rows = await db.select({ id: insights.id, key: insights.idempotencyKey }).from(insights);
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  const questions = judgedSet({ now: new Date(), timeZone, reader }).map(({ q, grades }) => ({
    q,
    grades: new Map([...grades].map(([key, grade]) => [ids.get(`demo-${key}`) ?? key, grade])),
  }));
  return { person: await findColleague(reader), questions };
}

async function findColleague(handle: string): Promise<Person> {
  const { id, name, jobTitle, role, demonstration } = people;
  const team = { id: teams.id, slug: teams.slug, name: teams.name };
  const [person] = await db
    .select({ id, handle: people.handle, name, jobTitle, role, demonstration, team })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.handle, handle));
  if (!person) throw new Error(`the demonstration has no colleague ${handle}`);
  return person;
}
