import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rehearsePosting } from "#app/insights/rehearse-posting.server.ts";
import { db } from "#db/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight } from "#tests/support/factories.ts";

useDatabase();

/** What a posted insight leaves behind: in the library, in the ledger, for the worker and for pages that are kept. */
async function traces(): Promise<Record<string, unknown> | undefined> {
  const [row] = await db.execute(sql`
    select (select count(*) from insights) as insights, (select count(*) from insight_revisions) as revisions,
      (select count(*) from insight_index_states) as states, (select count(*) from tags) as tags,
      (select count(*) from events) as events, (select count(*) from pgboss.job) as jobs,
      (select max(xid::text::bigint) from change_marks) as marked`);
  return row;
}

test("posting is rehearsed to its end and leaves no trace", async () => {
  await anInsight();
  const before = await traces();
  // It throws when it does not come to its end.
  await rehearsePosting();
  expect(await traces()).toEqual(before);
  // And what is looked at does tell.
  await anInsight();
  const after = await traces();
  for (const trace of ["insights", "revisions", "states", "events", "jobs", "marked"]) {
    expect(Number(after?.[trace]), trace).toBeGreaterThan(Number(before?.[trace]));
  }
});
