import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.server.ts";
import { departmentMovedInsights } from "#db/schema/department-changes.server.ts";
import {
  approaches,
  contacts,
  departmentNeeds,
  departmentProfiles,
  departmentRevisions,
  departmentSources,
  questionsToAsk,
  summarySentences,
} from "#db/schema/department-entries.server.ts";
import { enquiries } from "#db/schema/enquiries.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { departmentHandovers } from "#db/schema/handovers.server.ts";
import { phraseUses } from "#db/schema/reports.server.ts";
import { weeklyMailTopics } from "#db/schema/weekly.server.ts";
import type { StructureDetails } from "./structure-change.ts";

type OfDepartment = PgTable & { id: AnyPgColumn; departmentId: AnyPgColumn };

/** What goes along with a department, row by row, by the name under which a change remembers it. */
const kept: Record<string, OfDepartment> = {
  contacts,
  sources: departmentSources,
  approaches,
  questions: questionsToAsk,
  sentences: summarySentences,
  enquiries,
  phraseUses,
  handovers: departmentHandovers,
};

/** The same where the other may have one already: then the other's stands, and the first keeps its own. */
const onlyWhereNone: Record<string, OfDepartment> = {
  needs: departmentNeeds,
  follows,
  mailTopics: weeklyMailTopics,
};
const sameAs: Record<string, SQL> = {
  needs: sql`there.service_id = department_needs.service_id`,
  follows: sql`there.person_id = follows.person_id`,
  mailTopics: sql`there.person_id = weekly_mail_topics.person_id`,
};

type Going = { from: string; to: string };

/** Gives a department's rows to another; their ids by kind, for the way back. Both are locked. */
export async function takeAlong(tx: Tx, { from, to }: Going): Promise<StructureDetails> {
  const gone: Record<string, string[]> = {};
  for (const [name, table] of Object.entries({ ...kept, ...onlyWhereNone })) {
    const none = sameAs[name]
      ? sql`not exists (select from ${table} there where there.department_id = ${to} and ${sameAs[name]})`
      : undefined;
    gone[name] = await give(tx, { table, to, where: and(eq(table.departmentId, from), none) });
  }
  const hasNone = sql`not exists (select from ${departmentProfiles} where department_id = ${to})`;
  const profile = await tx
    .update(departmentProfiles)
    .set({ departmentId: to })
    .where(and(eq(departmentProfiles.departmentId, from), hasNone))
    .returning({ id: departmentProfiles.departmentId });
  if (profile.length > 0) await passRevisions(tx, { from, to });
  await followRevisions(tx, { ids: Object.values(gone).flat(), to });
  return { ...gone, profile: profile.length > 0 ? "moved" : null };
}

/** Gives back what `takeAlong` took, as far as it is still where it was put. */
export async function giveBack(tx: Tx, details: StructureDetails, { from, to }: Going): Promise<void> {
  for (const [name, table] of Object.entries({ ...kept, ...onlyWhereNone })) {
    const ids = [...((details[name] ?? []) as readonly string[])];
    if (ids.length === 0) continue;
    await give(tx, { table, to: from, where: and(eq(table.departmentId, to), anyOf(table.id, ids)) });
    await followRevisions(tx, { ids, to: from });
  }
  if (details.profile !== "moved") return;
  await tx
    .update(departmentProfiles)
    .set({ departmentId: from })
    .where(eq(departmentProfiles.departmentId, to));
  await passRevisions(tx, { from: to, to: from });
}

/** So many rows move by one statement that each is short in a library of any size. */
const stretch = 4_000;

/** Says of every insight about the first that it is about the second, and remembers which were. */
export async function takeInsightsAlong(
  tx: Tx,
  { changeId, from, to }: Going & { changeId: string },
): Promise<void> {
  for (let moved = stretch; moved === stretch; ) {
    const [row] = await tx.execute<{ moved: number }>(sql`
      with chunk as (
        select insight_id, position from insight_departments where department_id = ${from}::uuid limit ${stretch}
      ), noted as (
        insert into ${departmentMovedInsights} (change_id, insight_id, position, about_both)
        select ${changeId}::uuid, chunk.insight_id, chunk.position, exists (select from insight_departments other
          where other.insight_id = chunk.insight_id and other.department_id = ${to}::uuid)
        from chunk returning insight_id, about_both
      ), dropped as (
        delete from insight_departments own using noted
        where own.department_id = ${from}::uuid and own.insight_id = noted.insight_id and noted.about_both
      ), given as (
        update insight_departments own set department_id = ${to}::uuid from noted
        where own.department_id = ${from}::uuid and own.insight_id = noted.insight_id and not noted.about_both
      )
      select count(*)::int as moved from noted`);
    moved = row?.moved ?? 0;
  }
}

/** Says again of every insight that a merger took along what it was about before; what was edited since stays. */
export async function giveInsightsBack(
  tx: Tx,
  { changeId, from, to }: Going & { changeId: string },
): Promise<void> {
  for (let after: string | undefined = "00000000-0000-0000-0000-000000000000"; after; ) {
    const [row]: { last: string | null }[] = await tx.execute<{ last: string | null }>(sql`
      with chunk as (
        select insight_id, position, about_both from ${departmentMovedInsights}
        where change_id = ${changeId}::uuid and insight_id > ${after}::uuid order by insight_id limit ${stretch}
      ), given as (
        update insight_departments set department_id = ${from}::uuid, position = chunk.position
        from chunk
        where not chunk.about_both and insight_departments.insight_id = chunk.insight_id
          and insight_departments.department_id = ${to}::uuid
          and not exists (select from insight_departments own
            where own.insight_id = chunk.insight_id and own.department_id = ${from}::uuid)
      ), added as (
        insert into insight_departments (insight_id, department_id, position, insight_seq, heard_on, last_heard_on)
        select chunk.insight_id, ${from}::uuid, chunk.position, other.insight_seq, other.heard_on, other.last_heard_on
        from chunk
        join insight_departments other on other.insight_id = chunk.insight_id and other.department_id = ${to}::uuid
        where chunk.about_both
        on conflict do nothing
      )
      select max(insight_id::text) as last from chunk`);
    after = row?.last ?? undefined;
  }
}

type Giving = { table: OfDepartment; to: string; where: SQL | undefined };

async function give(tx: Tx, { table, to, where }: Giving): Promise<string[]> {
  const given = await tx
    .update(table)
    .set({ departmentId: to } as never)
    .where(where)
    .returning({ id: table.id });
  return given.map(({ id }) => String(id));
}

async function followRevisions(tx: Tx, { ids, to }: { ids: readonly string[]; to: string }): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(departmentRevisions)
    .set({ departmentId: to })
    .where(anyOf(departmentRevisions.subjectId, ids));
}

/** A profile's revisions are its department's: they go where it goes. */
async function passRevisions(tx: Tx, { from, to }: Going): Promise<void> {
  await tx
    .update(departmentRevisions)
    .set({ departmentId: to, subjectId: to })
    .where(and(eq(departmentRevisions.subjectId, from), inArray(departmentRevisions.kind, ["profile"])));
}

function anyOf(column: AnyPgColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param(ids)}::uuid[])`;
}
