import { count, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { bringIn } from "./bring-in.ts";
import { brokenAmong, manyRows } from "./many-rows.ts";

useFilesFolder();
useDatabase();
const rows = 5_000;
let person: Person;
let slugs: string[];

beforeAll(async () => {
  person = await aPerson({ role: "editor" });
  slugs = (await Promise.all([1, 2, 3].map(() => aDepartment()))).map(({ slug }) => slug);
});

test("5,000 rows, 3 in a hundred broken: the check says what happens, and again nothing is posted twice", async () => {
  const file = Buffer.concat([...manyRows(rows, slugs)]);
  const counts = { posted: rows - brokenAmong(rows), alreadyThere: 0, refused: brokenAmong(rows) };
  const began = Date.now();
  const { checked, done } = await bringIn({ person, file });
  console.log("took", Date.now() - began);
  expect(checked).toMatchObject({ state: "checked", checked: counts, rowsTotal: rows });
  expect(done).toMatchObject({ state: "finished", ...counts, rowsRead: rows });
  const again = await bringIn({ person, file });
  const nothing = { posted: 0, alreadyThere: counts.posted, refused: counts.refused };
  expect(again.checked.checked).toEqual(nothing);
  expect(again.done).toMatchObject(nothing);
  const [posted] = await db.select({ count: count() }).from(insights).where(eq(insights.source, "import"));
  expect(posted?.count).toBe(counts.posted);
  expect(await checkInvariants()).toEqual([]);
});
