import { and, eq, inArray } from "drizzle-orm";
import type { EnquiryKind } from "#app/desk/enquiry.ts";
import type { Person } from "#app/people/person.ts";
import { type Day, dayIn, daysAfter } from "#app/settings/calendar.ts";
import { db, type Tx } from "../client.server.ts";
import { newId } from "../new-id.server.ts";
import { runTransaction } from "../run-transaction.server.ts";
import { departments } from "../schema/departments.server.ts";
import { enquiries, enquirySources } from "../schema/enquiries.server.ts";
import { insights } from "../schema/insights.server.ts";
import { evidenceCards, evidenceQuotes, phrases, phraseUses } from "../schema/reports.server.ts";
import { demoEvidence, demoPhrases } from "./content/phrases.ts";
import { demoEnquiries } from "./demo-enquiries.ts";

type Seeding = { colleagues: Map<string, Person>; now: Date; timeZone: string };

/** Two years of enquiries, phrases with where they worked, and evidence cards. Done twice it adds nothing. */
export async function seedDemoReports({ colleagues, now, timeZone }: Seeding): Promise<void> {
  const [begun] = await db.select({ id: phrases.id }).from(phrases).limit(1);
  if (begun) return;
  const today = dayIn(timeZone, now);
  const rows = await db.select({ id: departments.id, slug: departments.slug }).from(departments);
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  await runTransaction(async (tx) => {
    await addEnquiries(tx, { colleagues, ids, today });
    await addPhrases(tx, { colleagues, ids, today, now });
    await addEvidence(tx, { colleagues, ids });
  });
}

type Adding = { colleagues: Map<string, Person>; ids: Map<string, string> };

async function addEnquiries(tx: Tx, { colleagues, ids, today }: Adding & { today: Day }): Promise<void> {
  const sources = await tx.select({ id: enquirySources.id, name: enquirySources.name }).from(enquirySources);
  const sourceIds = new Map(sources.map(({ id, name }) => [name, id]));
  const counted = demoEnquiries(today).map(({ department, source, by, askedOn, ...row }, at) => ({
    id: newId(),
    ...row,
    kind: row.kind as EnquiryKind,
    askedOn,
    departmentId: department === null ? null : known(ids, department),
    sourceId: known(sourceIds, source),
    loggedBy: known(colleagues, by).id,
    loggedAt: new Date(`${askedOn}T16:00:00Z`),
    idempotencyKey: `demo-${at}`,
  }));
  for (let at = 0; at < counted.length; at += 1_000) {
    await tx.insert(enquiries).values(counted.slice(at, at + 1_000));
  }
}

async function addPhrases(
  tx: Tx,
  { colleagues, ids, today, now }: Adding & { today: Day; now: Date },
): Promise<void> {
  for (const { by, text, answer = "", benefit = null, daysAgo, uses } of demoPhrases) {
    const id = newId();
    const addedAt = new Date(now.getTime() - daysAgo * 86_400_000);
    await tx.insert(phrases).values({
      id,
      kind: answer ? "objection" : "phrase",
      benefit,
      text,
      answer,
      addedBy: known(colleagues, by).id,
      addedAt,
    });
    const rows = uses.map(([department, person, ago, worked, note = ""]) => ({
      id: newId(),
      phraseId: id,
      departmentId: known(ids, department),
      usedOn: daysAfter(today, -ago),
      worked,
      note,
      personId: known(colleagues, person).id,
      notedAt: new Date(now.getTime() - ago * 86_400_000),
    }));
    if (rows.length > 0) await tx.insert(phraseUses).values(rows);
  }
}

async function addEvidence(tx: Tx, { colleagues, ids }: Adding): Promise<void> {
  for (const { department, by, offer, quotes } of demoEvidence) {
    const [departmentId, editedBy] = [known(ids, department), known(colleagues, by).id];
    await tx.insert(evidenceCards).values({ departmentId, offer, editedBy });
    const keys = quotes.map((key) => `demo-${key}`);
    const found = await tx
      .select({ id: insights.id, key: insights.idempotencyKey })
      .from(insights)
      .where(and(eq(insights.source, "demo"), inArray(insights.idempotencyKey, keys)));
    const rows = found.map(({ id, key }) => ({
      departmentId,
      insightId: id,
      position: keys.indexOf(key) + 1,
      chosenBy: editedBy,
    }));
    if (rows.length > 0) await tx.insert(evidenceQuotes).values(rows);
  }
}

function known<Value>(all: Map<string, Value>, name: string): Value {
  const value = all.get(name);
  if (value === undefined) throw new Error(`the demonstration has no ${name}`);
  return value;
}
