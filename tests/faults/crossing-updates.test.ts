import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aTeam } from "#tests/support/factories.ts";

useDatabase();
const rounds = process.env.CORRIDOR_TEST_LONG ? 1_000 : 8;

test(`${rounds} pairs of updates that cross: the one a deadlock ends is done again, and each has its effect once`, async () => {
  const [one, other] = [await aTeam({ name: "0 one" }), await aTeam({ name: "0 other" })];
  const count = (
    id: string,
  ) => sql`update teams set name = (split_part(name, ' ', 1)::int + 1) || ' ' || split_part(name, ' ', 2)
    where id = ${id}`;
  let tries = 0;
  const crossing = (first: string, second: string) =>
    runTransaction(async (tx) => {
      tries += 1;
      await tx.execute(count(first));
      await tx.execute(count(second));
    });
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all([crossing(one.id, other.id), crossing(other.id, one.id)]);
  }
  const rows = await db.execute<{ name: string }>(sql`select name from teams order by name`);
  expect(rows.map(({ name }) => name)).toEqual([`${2 * rounds} one`, `${2 * rounds} other`]);
  expect(tries).toBeGreaterThanOrEqual(2 * rounds);
}, 600_000);

test("what fails so three times is an error, not tried for ever", async () => {
  let tries = 0;
  const failing = runTransaction(async (tx) => {
    tries += 1;
    await tx.execute(sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
  });
  await expect(failing).rejects.toThrow();
  expect(tries).toBe(3);
});
