import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { db, pool } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";

const database = useDatabase();

/** How many statements like this the connection that answers has prepared. */
async function prepared(like: string): Promise<number> {
  const [row] =
    await pool()`select count(*)::int as count from pg_prepared_statements where statement like ${like}`;
  return row?.count ?? 0;
}

test("what is asked again is prepared, and answers as before whatever its values", async () => {
  const [one, other] = [await aPerson({ name: "Ada" }), await aPerson({ name: "Grace" })];
  const named = (name: string | null) =>
    db
      .select({ id: people.id, at: sql<Date>`now()` })
      .from(people)
      .where(
        and(
          name === null ? isNull(people.name) : eq(people.name, name),
          inArray(people.id, [one.id, other.id]),
        ),
      );
  for (let times = 0; times < 4; times += 1) {
    expect((await named("Ada")).map(({ id }) => id)).toEqual([one.id]);
    expect((await named("Grace")).map(({ id }) => id)).toEqual([other.id]);
    expect(await named("Nobody ' \\ \u{1F600}")).toEqual([]);
    expect(await named(null)).toEqual([]);
  }
  expect(await prepared('select "id", now() from "people"%')).toBeGreaterThan(0);
});

test("what is asked once, and what writes, is not", async () => {
  const { id } = await aPerson();
  await db.select({ once: sql`'asked once'` }).from(people);
  for (let times = 0; times < 3; times += 1) {
    await db.update(people).set({ jobTitle: "Asked often" }).where(eq(people.id, id));
  }
  expect(await prepared("%asked once%")).toBe(0);
  expect(await prepared('update "people" set "job_title"%')).toBe(0);
});

test("a column whose type changes under a prepared statement fails nobody", async () => {
  const beside = postgres(database.superUrl, { max: 1, onnotice: () => {} });
  const titles = () => db.select({ title: people.jobTitle }).from(people).limit(1);
  for (let times = 0; times < 3; times += 1) await titles();
  await beside.unsafe("alter table people alter column job_title type varchar(500)");
  await beside.end();
  expect(await titles()).toEqual([{ title: expect.any(String) }]);
});
