import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { findFreePort } from "#scripts/services/ports.ts";
import { useDatabase } from "#tests/support/database.ts";
import { ownTime } from "#tests/support/own-time.ts";
import { startSlowProxy } from "#tests/support/slow-proxy.ts";

const database = useDatabase();
const port = await findFreePort(24_000 + ((process.pid * 41) % 5_000));
const here = new URL(database.url);
const real = Number(here.port);
here.port = String(port);
process.env.DATABASE_URL = here.href;
process.env.DATABASE_POOL = "2";
const { db } = await import("#db/client.server.ts");

const ask = () =>
  db.execute(sql`select 1`).then(
    () => "answered",
    (error: unknown) => (isDatabaseUnavailable(error) ? "away" : String(error)),
  );

test("however long a database refuses connections, each who asks is told so soon, and it is asked as soon as it is back", async () => {
  const told: string[] = [];
  const took = await ownTime(async () => {
    for (let times = 0; times < 10; times += 1) told.push(await ask());
  });
  expect(new Set(told)).toEqual(new Set(["away"]));
  // The driver's own patience would be a minute by now.
  expect(took).toBeLessThan(15_000);
  const proxy = await startSlowProxy({ port, to: () => real });
  onTestFinished(proxy.stop);
  expect(await ownTime(async () => expect(await ask()).toBe("answered"))).toBeLessThan(4_000);
});

test("one whose name leads nowhere, as while another server takes over, is away, too", async () => {
  const nowhere = postgres("postgres://corridor@database.invalid/corridor", { connect_timeout: 4 });
  const error = await nowhere`select 1`.catch((caught: unknown) => caught);
  expect(isDatabaseUnavailable(error), String(error)).toBe(true);
});

test.each(["EHOSTUNREACH", "ENETUNREACH", "53100", "53200", "57P03", "58030", "25006", "08006"])(
  "what fails with %s may be tried again",
  (code) => {
    expect(
      isDatabaseUnavailable(new Error("said by Drizzle", { cause: Object.assign(new Error(), { code }) })),
    ).toBe(true);
  },
);

test.each(["23505", "42P01", "22P02", "57P04"])("what fails with %s is a fault of ours", (code) => {
  expect(isDatabaseUnavailable(Object.assign(new Error(), { code }))).toBe(false);
});
