import { expect, test } from "vitest";
import { planned, pool } from "#db/client.server.ts";
import { useConnectionBeside } from "#tests/support/connection-beside.ts";
import { useDatabase } from "#tests/support/database.ts";

const { beside, untilWaiting } = useConnectionBeside(useDatabase());

test.each([
  { part: "ordinary", take: pool },
  { part: "planned", take: () => planned().sql },
])("one slow statement holds up no other of the $part part of the pool", async ({ take }) => {
  const sql = take();
  const { max } = sql.options;
  // Every connection is open before, or the slow one has its own to wait for.
  await Promise.all(Array.from({ length: max }, () => sql`select pg_sleep(0.2)`));
  const order: string[] = [];
  const held = await beside.reserve();
  await held`select pg_advisory_lock(1)`;
  const slow = sql`select pg_advisory_xact_lock(1)`.then(() => order.push("slow"));
  await untilWaiting(1);
  const quick = Array.from({ length: 4 * max }, (_, n) =>
    sql`select ${n}::int`.then(() => order.push("quick")),
  );
  const inTransactions = Array.from({ length: max }, () =>
    sql.begin((tx) => Promise.all([tx`select 1`, tx`select 2`])).then(() => order.push("quick")),
  );
  // What waited behind the slow one would never come.
  await Promise.all([...quick, ...inTransactions]);
  await held`select pg_advisory_unlock(1)`;
  held.release();
  await slow;
  expect(order.indexOf("slow"), "what had to wait for it").toBe(order.length - 1);
  expect(order).toHaveLength(5 * max + 1);
});
