import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departmentRevisions } from "#db/schema/department-entries.server.ts";
import type { SentFields } from "./entry.ts";
import { type MergedFields, mergeFields } from "./merge-fields.ts";

/** Two edits of one entry that met: the later is not saved until its writer has seen both. */
export type FieldsMeeting = MergedFields & { saved: SentFields; mine: SentFields; version: number };

type Meeting = { subjectId: string; begunFrom: number; mine: SentFields };

/** What was saved meanwhile beside what was sent; undefined when the entry has been taken away. */
export async function findMeeting({
  subjectId,
  begunFrom,
  mine,
}: Meeting): Promise<FieldsMeeting | undefined> {
  const { version, fields, removed } = departmentRevisions;
  const [latest] = await db
    .select({ version, fields, removed })
    .from(departmentRevisions)
    .where(eq(departmentRevisions.subjectId, subjectId))
    .orderBy(desc(version))
    .limit(1);
  if (!latest || latest.removed) return undefined;
  const [base] = await db
    .select({ fields })
    .from(departmentRevisions)
    .where(and(eq(departmentRevisions.subjectId, subjectId), eq(version, begunFrom)));
  const saved = latest.fields;
  return { ...mergeFields({ base: base?.fields ?? {}, mine, saved }), saved, mine, version: latest.version };
}
