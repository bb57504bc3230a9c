import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { expect, test } from "vitest";
import { limits } from "#app/http/limits.server.ts";
import { hashPassword } from "#app/people/password.server.ts";
import { type SignInOutcome, signIn } from "#app/people/sign-in.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";

useDatabase();
const rush = 100;
const password = "a long way from the desk";

const attempt = (email: string, n: number): Promise<SignInOutcome> =>
  signIn({ email, password, address: `10.0.0.${n}`, userAgent: "", demonstration: false });

test("of a hundred who sign in at once all but a few are told to wait, which leaves every other request its place", async () => {
  const person = await aPerson({ password });
  const outcomes = await Promise.all(
    Array.from({ length: rush }, (_, n) => attempt(`nobody-${n}@library.example`, n)),
  );
  const tried = outcomes.filter(({ outcome }) => outcome === "refused").length;
  expect(outcomes.filter(({ outcome }) => outcome === "throttled")).toHaveLength(rush - tried);
  expect(tried).toBeGreaterThan(0);
  // The smallest pool there can be has two connections.
  expect(tried).toBeLessThan(2 * limits.inFlightPerConnection);
  expect((await attempt(`${person.handle}@library.example`, rush)).outcome).toBe("signed-in");
});

test("passwords are hashed a few at a time, so that a page can be compressed meanwhile", async () => {
  let hashed = 0;
  const hashes = Array.from({ length: 24 }, async () => {
    await hashPassword(password);
    hashed += 1;
  });
  await promisify(gzip)("a page");
  expect(hashed).toBeLessThan(12);
  await Promise.all(hashes);
  expect(hashed).toBe(24);
});
