import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { changeSettings } from "#app/settings/change-settings.server.ts";
import { findLibrarySettings, forgetLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import type { LibrarySettings } from "#app/settings/library-settings.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { settings } from "#db/schema/settings.server.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

beforeEach(async () => {
  await db.delete(settings);
  forgetLibrarySettings();
});

const change = (to: Partial<LibrarySettings>): Promise<void> =>
  runTransaction((tx) => changeSettings(tx, to));

test("a library that has set nothing has every setting", async () => {
  expect(await findLibrarySettings()).toEqual({
    libraryName: "The Library",
    contact: "",
    timeZone: "Europe/London",
    departmentWord: { one: "department", many: "departments" },
    weekMoment: { day: 1, time: "07:30" },
    reviewMonths: {},
    leavers: "name",
    demonstration: false,
  });
});

test("what is set is read at once, and the rest stays as it was", async () => {
  await change({ libraryName: "Northmoor Library" });
  await change({ timeZone: "Europe/Berlin", departmentWord: { one: "group", many: "groups" } });
  await change({ timeZone: "UTC" });
  expect(await findLibrarySettings()).toMatchObject({
    libraryName: "Northmoor Library",
    timeZone: "UTC",
    departmentWord: { many: "groups" },
    weekMoment: { day: 1, time: "07:30" },
  });
  expect(await db.select().from(settings)).toHaveLength(3);
});

test.each(["2026", "-1", "null", "true", "{}", '"so called"'])(
  "a library may be called %s",
  async (libraryName) => {
    await change({ libraryName });
    expect((await findLibrarySettings()).libraryName).toBe(libraryName);
  },
);

test("a setting that cannot be read has its usual value, and the others are as they were set", async () => {
  await change({ libraryName: "Northmoor Library", timeZone: "UTC" });
  await db
    .update(settings)
    .set({ value: { no: "zone" } })
    .where(eq(settings.key, "timeZone"));
  forgetLibrarySettings();
  const { libraryName, timeZone } = await findLibrarySettings();
  expect([libraryName, timeZone]).toEqual(["Northmoor Library", "Europe/London"]);
});

test.each([
  { libraryName: " " },
  { libraryName: "x".repeat(101) },
  { timeZone: "Europe/Atlantis" },
  { timeZone: "+01:00" },
  { departmentWord: { one: "", many: "groups" } },
  { weekMoment: { day: 8, time: "07:30" } },
  { weekMoment: { day: 1, time: "24:00" } },
])("%o is no setting, and nothing is changed", async (wrong) => {
  await expect(change({ libraryName: "Never kept", ...wrong })).rejects.toThrow();
  expect(await db.select().from(settings)).toEqual([]);
});

test("a change that is rolled back was never made", async () => {
  const rolledBack = runTransaction(async (tx) => {
    await changeSettings(tx, { libraryName: "Never kept" });
    throw new Error("something after it");
  });
  await expect(rolledBack).rejects.toThrow("something after it");
  expect((await findLibrarySettings()).libraryName).toBe("The Library");
});
