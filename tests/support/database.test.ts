import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { useDatabase } from "./database.ts";

const database = useDatabase();

test("a test file has a migrated database of its own, as the application's role", async () => {
  const [row] = await db.execute<{ name: string; role: string }>(
    sql`select current_database() as name, current_user as role, count(*) from events`,
  );
  expect(row).toMatchObject({ name: database.name, role: "corridor_app" });
});

test("the application's role can define nothing", async () => {
  const refused = expect.objectContaining({ cause: expect.objectContaining({ code: "42501" }) });
  await expect(db.execute(sql`create table mine (id int)`)).rejects.toEqual(refused);
  await expect(db.execute(sql`create schema mine`)).rejects.toEqual(refused);
  await expect(db.execute(sql`drop table events`)).rejects.toEqual(refused);
});

test("the owner's and the superuser's addresses lead to the same database", async () => {
  for (const url of [database.ownerUrl, database.superUrl]) {
    const owner = postgres(url, { max: 1 });
    const [row] = await owner`select current_database() as name`;
    expect(row).toEqual({ name: database.name });
    await owner.end();
  }
});
