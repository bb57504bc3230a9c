import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { insightReadings } from "#db/schema/readings.server.ts";
import type { Person } from "../people/person.ts";
import { readableByReader, readerId, readerValues } from "./readable.server.ts";

/** Remembers that a person has had these before them, as far as they may read them. Seen again, it stays as it was. */
export async function markInsightsRead({
  person,
  ids,
}: {
  person: Person;
  ids: readonly string[];
}): Promise<void> {
  await mark({ ids, ...readerValues(person) });
}

const mark = preparedStatement<object>(
  () => sql`
    insert into ${insightReadings} (person_id, insight_id)
    select ${readerId}::uuid, ${insights.id} from ${insights}
    where ${insights.id} = any(${sql.placeholder("ids")}::uuid[]) and ${readableByReader()}
    on conflict do nothing`,
);
