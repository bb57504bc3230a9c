import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { enquiries } from "#db/schema/enquiries.server.ts";
import type { Day } from "../settings/calendar.ts";
import { type EnquiryFigures, enquiryFigures, type MonthCount } from "./enquiry-figures.ts";
import { monthsUpTo } from "./period.ts";

type Row = { counts: MonthCount[]; since: Day | null };

const { placeholder } = sql;

// What was asked from a department that has gone into this one counts here: its rows stay as they were written.
const departmentIds = sql`select own.id from ${departments} own
  left join ${departments} whole on whole.id = own.merged_into_id
  where own.slug = ${placeholder("slug")} or whole.slug = ${placeholder("slug")}`;

const figures = preparedStatement<Row>(
  () => sql`with asked as (
      select width_bucket(${enquiries.askedOn}, ${placeholder("starts")}::text[]::date[]) - 1 as month, ${enquiries.kind} as kind,
        sum(${enquiries.count})::int as count
      from ${enquiries}
      where ${enquiries.withdrawnAt} is null and ${enquiries.askedOn} between ${placeholder("from")}::date and ${placeholder("today")}::date
        and (${placeholder("slug")}::text is null or ${enquiries.departmentId} = any(array(${departmentIds})))
      group by 1, 2)
    select (select coalesce(json_agg(asked), '[]') from asked) as counts,
      (select min(${enquiries.askedOn})::text from ${enquiries} where ${enquiries.withdrawnAt} is null) as since`,
);

/** Two years of enquiries month by month, of one department or of all: numbers of nobody, so the same for everyone. */
export async function findEnquiryFigures({
  slug = null,
  today,
}: {
  slug?: string | null;
  today: Day;
}): Promise<EnquiryFigures> {
  const starts = monthsUpTo(today).map(({ from }) => from);
  const [row] = await figures({ slug, starts, from: starts[0], today });
  return enquiryFigures({ counts: row?.counts ?? [], since: row?.since ?? null, today });
}
