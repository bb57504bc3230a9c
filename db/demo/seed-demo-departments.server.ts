import { and, eq, inArray, sql } from "drizzle-orm";
import { addEntry } from "#app/departments/add-entry.server.ts";
import { checkSource } from "#app/departments/check-source.server.ts";
import type { ManyKind } from "#app/departments/entry.ts";
import { entryTables, readEntry } from "#app/departments/entry-tables.server.ts";
import { noteNeeds } from "#app/departments/note-needs.server.ts";
import { profileFields } from "#app/departments/profile.ts";
import { saveProfile } from "#app/departments/save-profile.server.ts";
import { citeInsight } from "#app/insights/cite-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { type Day, dayIn, daysAfter } from "#app/settings/calendar.ts";
import { db } from "../client.server.ts";
import { newId } from "../new-id.server.ts";
import {
  departmentNeeds,
  departmentProfiles,
  departmentRevisions,
  questionAnswers,
  services,
  sourceChecks,
} from "../schema/department-entries.server.ts";
import { departments } from "../schema/departments.server.ts";
import { insights } from "../schema/insights.server.ts";
import { demoContacts } from "./content/contacts.ts";
import { demoApproaches, demoNeeds, demoQuestions, demoSentences } from "./content/known.ts";
import { demoProfiles } from "./content/profiles.ts";
import { demoSources } from "./content/sources.ts";

type Seeding = { colleagues: Map<string, Person>; now: Date; timeZone: string };
type Noted = { department: string; by: string };

/** What is kept about the demonstration's departments, dated back from today. Done twice it adds nothing. */
export async function seedDemoDepartments({ colleagues, now, timeZone }: Seeding): Promise<void> {
  const [begun] = await db.select({ id: departmentProfiles.departmentId }).from(departmentProfiles).limit(1);
  if (begun) return;
  const today = dayIn(timeZone, now);
  const rows = await db.select({ id: departments.id, slug: departments.slug }).from(departments);
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const of = ({ department, by }: Noted) => ({
    person: known(colleagues, by),
    departmentId: known(ids, department),
  });
  const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

  async function note(kind: ManyKind, noted: Noted & { daysAgo: number }, said: object): Promise<string> {
    const fields = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]));
    const read = readEntry(kind, { ...blank[kind], ...fields });
    if ("problems" in read)
      throw new Error(`the demonstration's ${kind} is refused: ${JSON.stringify(read.problems)}`);
    const id = newId();
    await addEntry({ ...of(noted), kind, id, draft: read.draft });
    const at = ago(noted.daysAgo);
    const table = entryTables[kind];
    await db.update(table).set({ notedAt: at, editedAt: at }).where(eq(table.id, id));
    await backdate(id, at);
    return id;
  }

  for (const { daysAgo, rhythm, ...said } of demoProfiles) {
    const words = Object.fromEntries(profileFields.map((field) => [field, said[field] ?? ""]));
    const { departmentId, person } = of(said);
    await saveProfile({ departmentId, person, version: 0, draft: { ...words, rhythm } as never });
    await db
      .update(departmentProfiles)
      .set({ editedAt: ago(daysAgo) })
      .where(eq(departmentProfiles.departmentId, departmentId));
    await backdate(departmentId, ago(daysAgo));
  }
  for (const { since, until, department, by, daysAgo, ...said } of demoContacts) {
    await note("contact", { department, by, daysAgo }, { ...said, since: on(since), until: on(until) });
  }
  for (const { department, by, daysAgo, checked = [], ...said } of demoSources) {
    const id = await note("source", { department, by, daysAgo }, said);
    for (const [days, handle, found] of checked) {
      await checkSource({ person: known(colleagues, handle), id, today: daysAfter(today, -days), found });
    }
    await db
      .update(sourceChecks)
      .set({ checkedAt: sql`${sourceChecks.checkedOn}::timestamptz + interval '10 hours'` })
      .where(eq(sourceChecks.sourceId, id));
  }
  for (const { madeAgo, ...said } of demoApproaches) {
    const { department, by, ...words } = said;
    await note("approach", { department, by, daysAgo: madeAgo }, { ...words, madeOn: on(-madeAgo) });
  }
  const posted = await insightsByKey();
  for (const { department, by, daysAgo, cites, sentence } of demoSentences) {
    const sentenceId = await note("sentence", { department, by, daysAgo }, { sentence });
    for (const key of cites) {
      const insightId = known(posted, key);
      await citeInsight({ ...of({ department, by }), sentenceId, insightId, cited: true });
    }
  }
  for (const { department, by, daysAgo, question, answeredBy } of demoQuestions) {
    const questionId = await note("question", { department, by, daysAgo }, { question });
    if (!answeredBy) continue;
    const insightId = known(posted, answeredBy);
    await db.insert(questionAnswers).values({ questionId, insightId, personId: known(colleagues, by).id });
  }
  await noteDemoNeeds();

  async function noteDemoNeeds(): Promise<void> {
    const offered = await db.select({ id: services.id, name: services.name }).from(services);
    const byName = new Map(offered.map(({ id, name }) => [name, id]));
    for (const { department, by, daysAgo, service, state, note: word = "" } of demoNeeds) {
      // A library that changed its list before it filled itself has other services.
      const serviceId = byName.get(service);
      if (!serviceId) continue;
      const about = of({ department, by });
      await noteNeeds({ ...about, needs: [{ serviceId, state, note: word, version: 0 }] });
      const one = and(
        eq(departmentNeeds.departmentId, about.departmentId),
        eq(departmentNeeds.serviceId, serviceId),
      );
      const [need] = await db
        .update(departmentNeeds)
        .set({ notedAt: ago(daysAgo) })
        .where(one)
        .returning({ id: departmentNeeds.id });
      if (need) await backdate(need.id, ago(daysAgo));
    }
  }

  function on(days: number | undefined): Day {
    return days === undefined ? "" : daysAfter(today, days);
  }
}

const blank: Record<ManyKind, Record<string, string>> = {
  contact: {},
  source: { address: "", note: "", turn: "", everyWeeks: "" },
  approach: { outcome: "", learned: "" },
  question: {},
  sentence: {},
};

async function backdate(subjectId: string, at: Date): Promise<void> {
  await db
    .update(departmentRevisions)
    .set({ editedAt: at })
    .where(eq(departmentRevisions.subjectId, subjectId));
}

async function insightsByKey(): Promise<Map<string, string>> {
  const keys = [...demoSentences.flatMap(({ cites }) => cites), ...demoQuestions.flatMap(answers)];
  const rows = await db
    .select({ id: insights.id, key: insights.idempotencyKey })
    .from(insights)
    .where(
      inArray(
        insights.idempotencyKey,
        keys.map((key) => `demo-${key}`),
      ),
    );
  return new Map(rows.map(({ id, key }) => [key.replace(/^demo-/, ""), id]));
}

function answers({ answeredBy }: { answeredBy?: string }): string[] {
  return answeredBy ? [answeredBy] : [];
}

function known<Value>(values: Map<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`the demonstration has no ${name}`);
  return value;
}
