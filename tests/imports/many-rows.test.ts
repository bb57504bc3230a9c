import { and, count, eq, isNull } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { undoImport } from "#app/imports/turn-import.server.ts";
import type { Person } from "#app/people/person.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { bringIn, run } from "./bring-in.ts";
import { brokenAmong, manyRows } from "./many-rows.ts";

useFilesFolder();
useDatabase();

const isLong = process.env.CORRIDOR_TEST_LONG === "1";
const rows = isLong ? 100_000 : 5_000;
const counts = { posted: rows - brokenAmong(rows), alreadyThere: 0, refused: brokenAmong(rows) };
let person: Person;
let file: Buffer;

beforeAll(async () => {
  person = await aPerson({ role: "editor" });
  const departments = await Promise.all([1, 2, 3].map(() => aDepartment()));
  const slugs = departments.map(({ slug }) => slug);
  file = Buffer.concat([...manyRows(rows, slugs)]);
});

async function countPosted(): Promise<number> {
  const standing = and(eq(insights.source, "import"), isNull(insights.withdrawnAt));
  const [row] = await db.select({ posted: count() }).from(insights).where(standing);
  return row?.posted ?? 0;
}

test(`${rows} rows, 3 in a hundred broken: what the check says comes true, in memory that stays level`, async () => {
  const used: number[] = [];
  const began = performance.now();
  const onProgress = (read: number) => {
    if (read % 2_500 === 0) used.push(process.memoryUsage().rss);
  };
  const { checked, done } = await bringIn({ person, file }, { onProgress });
  const seconds = (performance.now() - began) / 1_000;
  console.log(
    `${rows} rows checked and posted in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} a second`,
  );
  expect(checked).toMatchObject({ state: "checked", checked: counts, rowsTotal: rows });
  expect(done).toMatchObject({ state: "finished", ...counts, rowsRead: rows });
  expect(await countPosted()).toBe(counts.posted);
  expect(await checkInvariants()).toEqual([]);
  // After the first tenth nothing grows with the rows: the rest holds no more than that and a little.
  const early = Math.max(...used.slice(0, Math.ceil(used.length / 10)));
  const late = Math.max(...used.slice(-Math.ceil(used.length / 10)));
  console.log(`${Math.round(early / 1e6)} MB early, ${Math.round(late / 1e6)} MB late`);
  expect(late - early).toBeLessThan(80e6);
}, 900_000);

test("the same file again posts nothing, and its check says so", async () => {
  const { checked, done } = await bringIn({ person, file });
  const nothing = { posted: 0, alreadyThere: counts.posted, refused: counts.refused };
  expect(checked.checked).toEqual(nothing);
  expect(done).toMatchObject(nothing);
  expect(await countPosted()).toBe(counts.posted);
}, 900_000);

test("undone, nothing of it stands; brought in again, all of it does", async () => {
  const [first] = await db.selectDistinct({ id: insights.importId }).from(insights);
  const id = first?.id ?? "";
  await undoImport({ person, id });
  const undone = await run(person, id);
  expect(undone).toMatchObject({ state: "undone", withdrawn: counts.posted });
  expect(await countPosted()).toBe(0);
  expect(await checkInvariants()).toEqual([]);
  if (isLong) return;
  const { done } = await bringIn({ person, file });
  expect(done).toMatchObject(counts);
  expect(await countPosted()).toBe(counts.posted);
}, 900_000);
