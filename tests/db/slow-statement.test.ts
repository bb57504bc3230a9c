import { expect, test } from "vitest";
import { planned, pool } from "#db/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

test.each([
  { part: "ordinary", take: pool },
  { part: "planned", take: () => planned().sql },
])("one slow statement holds up no other of the $part part of the pool", async ({ take }) => {
  const sql = take();
  const { max } = sql.options;
  // Every connection is open before, or the slow one has its own to wait for.
  await Promise.all(Array.from({ length: max }, () => sql`select pg_sleep(0.2)`));
  const order: string[] = [];
  const slow = sql`select pg_sleep(3)`.then(() => order.push("slow"));
  const quick = Array.from({ length: 4 * max }, (_, n) =>
    sql`select ${n}::int`.then(() => order.push("quick")),
  );
  const inTransactions = Array.from({ length: max }, () =>
    sql.begin((tx) => Promise.all([tx`select 1`, tx`select 2`])).then(() => order.push("quick")),
  );
  await Promise.all([slow, ...quick, ...inTransactions]);
  expect(order.indexOf("slow"), "what had to wait for it").toBe(order.length - 1);
  expect(order).toHaveLength(5 * max + 1);
});
