import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readableInSql } from "#app/insights/readable.server.ts";
import { allStaffRule } from "#app/insights/readable.ts";
import { planned, pool } from "#db/client.server.ts";
import { asStatement, preparedStatement } from "#db/prepared-rows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight } from "#tests/support/factories.ts";

useDatabase();

const week = sql.placeholder("week");
const counted = preparedStatement<{ count: number }>(
  () => sql`select count(*)::int as count from ${insights}
    where ${insights.heardWeek} = ${week} and ${readableInSql(allStaffRule)}`,
);

test("a statement of fixed text is planned once, however often and with whatever values it is asked", async () => {
  await anInsight({ sent: { heardOn: "2026-11-17" } });
  for (let times = 0; times < 8; times++) {
    expect(await counted({ week: "2026-11-16" })).toEqual([{ count: 1 }]);
    expect(await counted({ week: "2026-11-09" })).toEqual([{ count: 0 }]);
  }
  // It lies on one connection or more: whichever answers tells of its own.
  const plans = await planned().sql`
    select sum(generic_plans)::int as once, sum(custom_plans)::int as anew from pg_prepared_statements
    where statement like 'select count(*)%heard_week%'`;
  expect(plans).toEqual([{ once: expect.any(Number), anew: 0 }]);
  expect(plans[0]?.once).toBeGreaterThan(0);
});

test("the word that an index of all-staff insights asks for stands in the statement's text", () => {
  const { text, params } = asStatement(sql`select where ${readableInSql(allStaffRule)}`);
  expect(text).toContain(`"visibility" = 'staff'`);
  expect(params).toEqual([]);
});

test("both parts of the pool together are as large as the setting says", () => {
  expect(pool().options.max + planned().sql.options.max).toBe(10);
});
