import { eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test, vi } from "vitest";
import { type SignInAttempt, type SignInOutcome, signIn } from "#app/people/sign-in.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { people, rateLimits, sessions } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";

useDatabase();
const password = "a long way from the desk";
let addresses = 0;

/** A try from an address of its own, so that only what a test is about is counted. */
function attempt(given: Partial<SignInAttempt> & { email: string }): Promise<SignInOutcome> {
  addresses += 1;
  return signIn({ password, address: `10.0.0.${addresses}`, userAgent: "", demonstration: false, ...given });
}

const emailOf = ({ handle }: { handle: string }): string => `${handle}@library.example`;

test("the right password signs in, however the address is written", async () => {
  const person = await aPerson({ password });
  for (const email of [emailOf(person), ` ${emailOf(person).toUpperCase()} `]) {
    expect(await attempt({ email })).toEqual({
      outcome: "signed-in",
      token: expect.stringMatching(/^[\w-]{43}$/),
    });
  }
});

test("the database holds no token, and argon2id with OWASP's parameters", async () => {
  const person = await aPerson({ password });
  const signedIn = await attempt({ email: emailOf(person) });
  const token = signedIn.outcome === "signed-in" ? signedIn.token : "";
  const [row] = await db.select().from(sessions).where(eq(sessions.personId, person.id));
  expect(JSON.stringify(row)).not.toContain(token);
  const [stored] = await db
    .select({ hash: people.passwordHash })
    .from(people)
    .where(eq(people.id, person.id));
  expect(stored?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("unknown, wrong, without a password and disabled get one answer, and leave one kind of entry", async () => {
  const [known, without, disabled] = [
    await aPerson({ password }),
    await aPerson(),
    await aPerson({ password }),
  ];
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, disabled.id));
  const attempts = [
    { email: "nobody@library.example" },
    { email: emailOf(known), password: "something else entirely" },
    { email: emailOf(without) },
    { email: emailOf(disabled) },
    { email: "" },
    { email: "' or ''='" },
  ];
  for (const one of attempts) expect(await attempt(one)).toEqual({ outcome: "refused" });
  const failures = await db.select().from(events).where(eq(events.name, "person.sign-in-failed"));
  expect(failures).toHaveLength(attempts.length);
  expect(failures.every(({ actorId, fields }) => actorId === null && fields.length === 0)).toBe(true);
});

/** As if this had been waited for: every pause between tries is over, what was counted stays. */
function afterThePause(): Promise<unknown> {
  return db.update(rateLimits).set({ expire: sql`now() - interval '1 second'` }).where(isPause);
}

const isPause = sql`${rateLimits.key} like 'sign-in-pause%'`;

test("after three tries each next one is waited for twice as long; too fast is not looked at and not counted", async () => {
  const tried = await aPerson({ password });
  const guess = () => attempt({ email: emailOf(tried), password: "guess after guess" });
  for (let free = 0; free < 3; free += 1) expect(await guess()).toEqual({ outcome: "refused" });
  for (const seconds of [1, 2, 4, 8, 16, 32]) {
    const begun = performance.now();
    expect(await guess()).toEqual({ outcome: "refused" });
    // Kept back for a while, so that a slow machine has not waited it out.
    await db
      .update(rateLimits)
      .set({ expire: sql`${rateLimits.expire} + interval '1 minute'` })
      .where(isPause);
    for (const again of [guess(), guess(), attempt({ email: emailOf(tried) })]) {
      const { outcome, ...refusal } = await again;
      expect(outcome).toBe("throttled");
      const waited = "seconds" in refusal ? refusal.seconds - 60 : 0;
      expect(waited).toBeLessThanOrEqual(seconds);
      // Less only by the time that has passed.
      expect(waited).toBeGreaterThan(seconds - 0.1 - (performance.now() - begun) / 1_000);
    }
    await afterThePause();
  }
  expect(await attempt({ email: emailOf(tried) })).toMatchObject({ outcome: "signed-in" });
});

test("of guesses sent all at once one is looked at", async () => {
  const tried = await aPerson({ password });
  const guess = () => attempt({ email: emailOf(tried), password: "guess after guess" });
  for (let free = 0; free < 3; free += 1) await guess();
  // At once, however long a slow machine takes over it.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  onTestFinished(() => void vi.useRealTimers());
  const outcomes = (await Promise.all(Array.from({ length: 7 }, guess))).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === "refused")).toHaveLength(1);
});

test("the ten are over: the account waits, wherever the next try comes from, and everyone else does not", async () => {
  const [tried, other] = [await aPerson({ password }), await aPerson({ password })];
  for (let tries = 0; tries < 10; tries += 1) {
    const guess = { email: emailOf(tried), password: "guess after guess" };
    expect(await attempt(guess)).toEqual({ outcome: "refused" });
    await afterThePause();
  }
  const waits = { outcome: "throttled", seconds: expect.any(Number) };
  expect(await attempt({ email: emailOf(tried) })).toEqual(waits);
  expect(await attempt({ email: emailOf(tried).toUpperCase() })).toEqual(waits);
  expect(await attempt({ email: emailOf(other) })).toMatchObject({ outcome: "signed-in" });
  // Never for good: once the quarter of an hour is over by the database's own record, the right password will do.
  await db.update(rateLimits).set({ expire: sql`now() - interval '1 second'` });
  expect(await attempt({ email: emailOf(tried) })).toMatchObject({ outcome: "signed-in" });
});

test("a right password wipes the slate clean", async () => {
  const person = await aPerson({ password });
  for (let round = 0; round < 3; round += 1) {
    for (let wrong = 0; wrong < 3; wrong += 1) await attempt({ email: emailOf(person), password: "guess" });
    expect(await attempt({ email: emailOf(person) })).toMatchObject({ outcome: "signed-in" });
  }
});

test("a hundred tries from one address are the most, at whatever accounts", async () => {
  const address = "192.0.2.1";
  const key = { like: "sign-in-address%" };
  await attempt({ email: "first@library.example", address });
  await db
    .update(rateLimits)
    .set({ points: 99 })
    .where(sql`${rateLimits.key} like ${key.like} and ${rateLimits.points} = 1
    and ${rateLimits.expire} = (select max(expire) from rate_limits where key like ${key.like})`);
  expect(await attempt({ email: "hundredth@library.example", address })).toEqual({ outcome: "refused" });
  expect(await attempt({ email: "next@library.example", address })).toMatchObject({ outcome: "throttled" });
  expect(await attempt({ email: "elsewhere@library.example" })).toEqual({ outcome: "refused" });
});

test("what is counted is kept under hashes, without addresses of people or machines", async () => {
  await attempt({ email: "somebody@library.example", address: "198.51.100.7" });
  const rows = await db.select({ key: rateLimits.key }).from(rateLimits);
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toMatch(/library\.example|198\.51/);
});

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** What this process works for it, which other processes do not stretch as they do the time it takes. */
async function workOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test("an unknown address, a wrong password and a disabled person take as long as each other", async () => {
  const [known, disabled] = [await aPerson({ password }), await aPerson({ password })];
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, disabled.id));
  const emails = { unknown: "none@library.example", wrong: emailOf(known), disabled: emailOf(disabled) };
  const times: Record<string, number[]> = { unknown: [], wrong: [], disabled: [] };
  for (let round = 0; round < 30; round += 1) {
    for (const [name, email] of Object.entries(emails)) {
      await db.delete(rateLimits);
      times[name]?.push(await workOf(() => attempt({ email, password: "not the right one" })));
    }
  }
  const medians = Object.values(times).map(median);
  // Without the hash of nobody an unknown address is answered in a fraction of the time; noise is no such fraction.
  expect(Math.min(...medians) / Math.max(...medians)).toBeGreaterThan(0.6);
});
