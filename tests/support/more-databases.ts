import { randomBytes } from "node:crypto";
import { inject, onTestFinished } from "vitest";
import { cloneDatabase, dropDatabase } from "./database.ts";
import { inDatabase } from "./database-address.ts";

/** A further database for one test: with nothing in it, or a clone of another. Dropped when the test is over. */
export async function anotherDatabase(
  template = "template1",
): Promise<{ name: string; url: string; ownerUrl: string; superUrl: string }> {
  const server = inject("database");
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await cloneDatabase({ name, template });
  onTestFinished(() => dropDatabase(name));
  return {
    name,
    url: inDatabase(server.appUrl, name),
    ownerUrl: inDatabase(server.ownerUrl, name),
    superUrl: inDatabase(server.superUrl, name),
  };
}
