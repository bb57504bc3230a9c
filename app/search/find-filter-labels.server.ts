import { sql } from "drizzle-orm";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { teams } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { insightKindNames } from "../insights/insight.ts";
import type { FilterLabels } from "./facets.ts";

type Row = { name: "department" | "channel" | "team"; value: string; label: string };

/** What the values of filters are called. Tags go by their own name. */
export async function findFilterLabels(): Promise<FilterLabels> {
  const rows = await preparedRows<Row>(sql`
    select 'department' as name, ${departments.slug} as value, ${departments.name} as label from ${departments}
    union all select 'channel', ${channels.slug}, ${channels.name} from ${channels}
    union all select 'team', ${teams.slug}, ${teams.name} from ${teams}`);
  const named = (wanted: Row["name"]): Map<string, string> =>
    new Map(rows.filter(({ name }) => name === wanted).map(({ value, label }) => [value, label]));
  return {
    department: named("department"),
    tag: new Map(),
    channel: named("channel"),
    kind: new Map(Object.entries(insightKindNames)),
    team: named("team"),
  };
}
