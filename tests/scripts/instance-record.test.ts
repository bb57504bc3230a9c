import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { claimInstance, findInstance } from "#scripts/services/instance-record.ts";
import { aTemporaryFolder } from "./temporary-folder.ts";

const services = { ownerUrl: "postgres://o@h/d", appUrl: "postgres://a@h/d", embedded: true };

test("one instance has the folder, tells where it is, and gives it back", async () => {
  const folder = aTemporaryFolder();
  expect(findInstance(folder)).toBeUndefined();
  const claimed = await claimInstance(folder, "start");
  if (!("claim" in claimed)) throw new Error("the folder was taken");
  claimed.claim.update({ origin: "http://127.0.0.1:3000", services });

  const again = await claimInstance(folder, "command");
  expect(again).toMatchObject({
    holder: { pid: process.pid, purpose: "start", origin: "http://127.0.0.1:3000", services },
  });
  expect(statSync(join(folder, "instance.json")).mode & 0o777).toBe(0o600);
  claimed.claim.release();
  expect(existsSync(join(folder, "instance.json"))).toBe(false);
});

test("of many who want it at once one gets it", async () => {
  const folder = aTemporaryFolder();
  const claims = await Promise.all(Array.from({ length: 10 }, () => claimInstance(folder, "command")));
  expect(claims.filter((claimed) => "claim" in claimed)).toHaveLength(1);
});

test("an instance that died, or whose pid is another's now, does not hold it", async () => {
  const folder = aTemporaryFolder();
  await claimInstance(folder, "start");
  const path = join(folder, "instance.json");
  const record = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...record, identity: "ticks-1" }));
  expect(findInstance(folder)).toBeUndefined();
  expect(await claimInstance(folder, "start")).toHaveProperty("claim");
});

test("a record that cannot be read does not hold it", async () => {
  const folder = aTemporaryFolder();
  writeFileSync(join(folder, "instance.json"), "{");
  expect(await claimInstance(folder, "start")).toHaveProperty("claim");
});
