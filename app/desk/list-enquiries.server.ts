import { and, desc, eq, gte, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { enquiries, enquirySources } from "#db/schema/enquiries.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import type { Effort, EnquiryKind, EnquiryRow } from "./enquiry.ts";

/** Which rows: those behind a figure are all of its period. */
export type EnquiryFilter = {
  department?: string;
  kind?: EnquiryKind;
  from?: Day;
  to?: Day;
  /** The last row already seen. */
  before?: { askedOn: Day; seq: number };
};

const columns = {
  id: enquiries.id,
  seq: enquiries.seq,
  askedOn: enquiries.askedOn,
  department: sql<EnquiryRow["department"]>`case when ${departments.id} is not null then
    json_build_object('id', ${departments.id}, 'slug', ${departments.slug}, 'name', ${departments.name}) end`,
  source: enquirySources.name,
  kind: enquiries.kind,
  effort: sql<Effort | null>`${enquiries.effort}`,
  count: enquiries.count,
  withdrawn: sql<boolean>`${enquiries.withdrawnAt} is not null`,
};

function select() {
  return db
    .select(columns)
    .from(enquiries)
    .innerJoin(enquirySources, eq(enquirySources.id, enquiries.sourceId))
    .leftJoin(departments, eq(departments.id, enquiries.departmentId));
}

/** Rows that count, the latest day first. */
export function listEnquiries({
  limit,
  ...filter
}: EnquiryFilter & { limit: number }): Promise<EnquiryRow[]> {
  return select()
    .where(and(isNull(enquiries.withdrawnAt), ...conditions(filter)))
    .orderBy(desc(enquiries.askedOn), desc(enquiries.seq))
    .limit(limit);
}

function conditions({ department, kind, from, to, before }: EnquiryFilter): (SQL | undefined)[] {
  return [
    department === undefined
      ? undefined
      : or(
          eq(departments.slug, department),
          sql`${departments.mergedIntoId} = (select whole.id from ${departments} whole where whole.slug = ${department})`,
        ),
    kind && eq(enquiries.kind, kind),
    from === undefined ? undefined : gte(enquiries.askedOn, from),
    to === undefined ? undefined : lte(enquiries.askedOn, to),
    before &&
      or(
        lt(enquiries.askedOn, before.askedOn),
        and(eq(enquiries.askedOn, before.askedOn), lt(enquiries.seq, before.seq)),
      ),
  ];
}

/** How many enquiries these rows are, and how many rows. */
export async function countEnquiries(filter: EnquiryFilter): Promise<{ rows: number; total: number }> {
  const [row] = await db
    .select({
      rows: sql<number>`count(*)::int`,
      total: sql<number>`coalesce(sum(${enquiries.count}), 0)::int`,
    })
    .from(enquiries)
    .leftJoin(departments, eq(departments.id, enquiries.departmentId))
    .where(and(isNull(enquiries.withdrawnAt), ...conditions({ ...filter, before: undefined })));
  return row ?? { rows: 0, total: 0 };
}

/** What this person counted last, taken back or not, and how much of today's count is theirs. */
export async function listOwnEnquiries({
  person,
  today,
  limit,
}: {
  person: Person;
  today: Day;
  limit: number;
}): Promise<{ rows: EnquiryRow[]; today: number }> {
  const mine = and(eq(enquiries.loggedBy, person.id), isNull(enquiries.importId));
  const [rows, [sum]] = await Promise.all([
    select().where(mine).orderBy(desc(enquiries.seq)).limit(limit),
    db
      .select({ total: sql<number>`coalesce(sum(${enquiries.count}), 0)::int` })
      .from(enquiries)
      .where(and(mine, isNull(enquiries.withdrawnAt), eq(enquiries.askedOn, today))),
  ]);
  return { rows, today: sum?.total ?? 0 };
}
