import { expect, test } from "vitest";
import { listApiKeys } from "#app/people/list-api-keys.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";

useDatabase();

test("a key made at the terminal has a name that can be shown and typed again, or is not made", async () => {
  await aPerson();
  const [{ email } = { email: "" }] = await db.select({ email: people.email }).from(people);
  for (const name of ["x".repeat(61), "   ", "\t\n"]) {
    await expect(mintApiKey({ email, name })).rejects.toThrow("1 to 60 characters");
  }
  await mintApiKey({ email, name: "  Timetable\tprogram " });
  expect((await listApiKeys()).map(({ name }) => name)).toEqual(["Timetable program"]);
});
