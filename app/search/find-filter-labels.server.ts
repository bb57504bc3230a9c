import { sql } from "drizzle-orm";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { timePassed } from "../events/time-passed.ts";
import { insightKindNames } from "../insights/insight.ts";
import type { Facet, FilterLabels } from "./facets.ts";

type Row = { name: "department" | "channel" | "team" | "person"; value: string; label: string };

// As with the library's settings: a new name is heard of within this time.
const keptMilliseconds = 5_000;
/** Besides the filters with counts: what people are called, by handle. */
type Labels = FilterLabels & { person: ReadonlyMap<string, string> };

let kept: { at: number; labels: Labels } | undefined;

/** What the values of filters are called, at most five seconds ago. Tags go by their own name. */
export async function findFilterLabels(): Promise<Labels> {
  if (kept && timePassed() - kept.at < keptMilliseconds) return kept.labels;
  const labels = await readFilterLabels();
  kept = { at: timePassed(), labels };
  return labels;
}

/** The same read anew where a facet has a value without a name: what it names was added a moment ago. */
export async function labelsNaming(facets: readonly Facet[], labels: Labels): Promise<Labels> {
  const isNamed = ({ name, values }: Facet) =>
    name === "tag" || values.every(({ value }) => labels[name].has(value));
  if (facets.every(isNamed)) return labels;
  kept = undefined;
  return await findFilterLabels();
}

async function readFilterLabels(): Promise<Labels> {
  const rows = await preparedRows<Row>(sql`
    select 'department' as name, ${departments.slug} as value, ${departments.name} as label from ${departments}
    union all select 'channel', ${channels.slug}, ${channels.name} from ${channels}
    union all select 'person', ${people.handle}, ${people.name} from ${people}
    union all select 'team', ${teams.slug}, ${teams.name} from ${teams}`);
  const named = (wanted: Row["name"]): Map<string, string> =>
    new Map(rows.filter(({ name }) => name === wanted).map(({ value, label }) => [value, label]));
  return {
    department: named("department"),
    tag: new Map(),
    channel: named("channel"),
    kind: new Map(Object.entries(insightKindNames)),
    team: named("team"),
    person: named("person"),
  };
}
