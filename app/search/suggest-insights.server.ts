import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import type { UnchangedSince } from "../events/stands-unchanged.server.ts";
import { readableByReader, readerValues } from "../insights/readable.server.ts";
import type { Person } from "../people/person.ts";
import type { IndexView } from "./index-view.server.ts";
import { keepRead } from "./keep-read.server.ts";
import { searchInsights } from "./search-insights.server.ts";
import type { SearchRequest } from "./search-request.ts";
import type { SuggestedInsight } from "./suggested-insight.ts";

const hitsOffered = 5;

type Asked = {
  person: Person;
  request: SearchRequest;
  view?: Promise<IndexView>;
  /** As `AppLoadContext` has it. */
  unchangedSince?: UnchangedSince;
};

/** The first hits of a search, as they are offered under the search box while somebody types. */
export async function suggestInsights(asked: Asked): Promise<SuggestedInsight[]> {
  const { unchangedSince } = asked;
  const read = (found: Found): Promise<Brief[]> => readBriefly({ ...found, unchangedSince });
  const { hits } = await searchInsights({ ...asked, typing: true, size: hitsOffered, read });
  return hits.map(({ id, excerpt, matched, item }) => ({ id, excerpt, matched, about: item.about }));
}

/** Of these insights those the person may read, by the names of their departments. */
function listBriefly({ person, ids }: Found): Promise<Brief[]> {
  return findBriefly({ ids, ...readerValues(person) });
}

type Found = { person: Person; ids: readonly string[] };
type Brief = { id: string; about: string };

const readBriefly = keepRead({ read: listBriefly, most: 4_000 });

const findBriefly = preparedStatement<Brief>(
  () => sql`
    select ${insights.id} as id, (
      select coalesce(string_agg(${departments.name}, ' · ' order by ${insightDepartments.position}), '')
      from ${insightDepartments} join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
      where ${insightDepartments.insightId} = ${insights.id}
    ) as about
    from ${insights}
    where ${insights.id} = any(${sql.placeholder("ids")}::uuid[]) and ${readableByReader()}`,
);
