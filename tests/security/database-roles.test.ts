import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";

const database = useDatabase();
let app: postgres.Sql | undefined;
afterAll(() => app?.end());

function asApp(statement: string) {
  app ??= postgres(database.url, { max: 1, onnotice: () => {} });
  return app.unsafe(statement);
}

test.each([
  "create table mine (id int)",
  "create schema mine",
  "create function public.mine() returns int language sql as 'select 1'",
  "alter table insights add column mine text",
  "drop table insights",
  "truncate insights",
  "create index mine on insights (body)",
  "alter table events disable trigger user",
  "drop trigger events_append_only on events",
  "create role mine login superuser",
  "copy (select 1) to '/tmp/corridor-mine'",
  "copy insights from program 'id'",
  "select pg_read_file('/etc/passwd')",
  "update drizzle.__drizzle_migrations set hash = ''",
  "update events set name = 'nothing'",
  "delete from events",
])("the application's role may not: %s", async (statement) => {
  await expect(asApp(statement)).rejects.toMatchObject({
    code: expect.stringMatching(/^(42501|42P01|3F000)$/),
  });
});

test("it reads and writes rows, and a statement or a forgotten transaction is ended by the database", async () => {
  await expect(asApp("select 1 from insights limit 1")).resolves.toEqual([]);
  const show = async (name: string) => Object.values((await db.execute(`show ${name}`))[0] ?? {})[0];
  expect(await show("statement_timeout")).toBe("5s");
  expect(await show("idle_in_transaction_session_timeout")).toBe("10s");
  await expect(db.execute("select pg_sleep(30)")).rejects.toMatchObject({ cause: { code: "57014" } });
});
