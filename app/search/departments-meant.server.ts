import { sql } from "drizzle-orm";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { timePassed } from "../events/time-passed.ts";

// As with what filters are called: a merger is heard of within this time.
const keptMilliseconds = 5_000;

let kept: { at: number; into: ReadonlyMap<string, string> } | undefined;

/** The departments an address names, those that went into another by what they went into. Renaming keeps the address. */
export async function departmentsMeant(slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return [];
  const into = await wentInto();
  return [...new Set(slugs.map((slug) => lastOf(slug, into)))];
}

function lastOf(slug: string, into: ReadonlyMap<string, string>): string {
  const passed = new Set<string>();
  let last = slug;
  for (let next = into.get(last); next && !passed.has(next); next = into.get(last)) {
    passed.add(next);
    last = next;
  }
  return last;
}

async function wentInto(): Promise<ReadonlyMap<string, string>> {
  if (kept && timePassed() - kept.at < keptMilliseconds) return kept.into;
  const rows = await preparedRows<{ slug: string; into: string }>(sql`
    select gone.slug, target.slug as into from ${departments} gone
    join ${departments} target on target.id = gone.merged_into_id`);
  kept = { at: timePassed(), into: new Map(rows.map(({ slug, into }) => [slug, into])) };
  return kept.into;
}
