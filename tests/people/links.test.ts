import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { disablePerson } from "#app/people/disable-person.server.ts";
import { findLink } from "#app/people/find-link.server.ts";
import { offerLink } from "#app/people/offer-link.server.ts";
import { signIn } from "#app/people/sign-in.server.ts";
import { useLink as takeLink } from "#app/people/use-link.server.ts";
import { db } from "#db/client.server.ts";
import { personLinks, sessions } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";
import { anAdministrator, anInvitation, password, rowOf } from "./people.ts";

useDatabase();
const use = (token: string, chosen = password) => takeLink({ token, password: chosen, userAgent: "a test" });

test("an invitation sets a password once, and signs its person in", async () => {
  const { id, token } = await anInvitation();
  expect(await findLink(token)).toMatchObject({ kind: "invitation", name: "Mair Owen" });
  expect(await findLink(token), "looking does not use it").toBeDefined();
  const used = await use(token);
  expect(used).toMatchObject({ outcome: "signed-in", joined: true });
  expect(await use(token, "quite another password here")).toEqual({ outcome: "not-there" });
  expect(await findLink(token)).toBeUndefined();
  const { email } = await rowOf(id);
  const attempt = { email, password, address: "10.9.0.1", userAgent: "", demonstration: false };
  expect((await signIn(attempt)).outcome).toBe("signed-in");
});

test("of twenty presses at once, one sets the password", async () => {
  const { id, token } = await anInvitation();
  const tries = Array.from({ length: 20 }, (_, at) => use(token, `the words of press ${at} number`));
  const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === "signed-in")).toHaveLength(1);
  expect(await db.$count(sessions, eq(sessions.personId, id))).toBe(1);
});

test("the database holds no link, and each lasts as long as it says", async () => {
  const { id, token } = await anInvitation();
  const [row] = await db.select().from(personLinks).where(eq(personLinks.personId, id));
  expect(JSON.stringify(row)).not.toContain(token);
  const hours = (row!.expiresAt.getTime() - row!.createdAt.getTime()) / 3_600_000;
  expect(hours).toBeCloseTo(72, 1);
});

test("a link that is too old, replaced, or whose person is disabled opens nothing", async () => {
  const old = await anInvitation();
  await db
    .update(personLinks)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(personLinks.personId, old.id));
  expect(await use(old.token)).toEqual({ outcome: "not-there" });

  const twice = await anInvitation();
  const actorId = (await anAdministrator()).id;
  const next = await offerLink({ actorId, personId: twice.id, byMail: false });
  expect(await use(twice.token)).toEqual({ outcome: "not-there" });
  expect(next?.kind).toBe("invitation");

  await disablePerson({ actorId, personId: twice.id });
  expect(await use(next!.token!)).toEqual({ outcome: "not-there" });
  expect(await offerLink({ actorId, personId: twice.id, byMail: false })).toBeUndefined();
  expect(await use("nobody-was-given-this")).toEqual({ outcome: "not-there" });
});

test("a new password ends every session and the old password; a poor one uses nothing up", async () => {
  const person = await aPerson({ password });
  const actorId = (await anAdministrator()).id;
  const made = await offerLink({ actorId, personId: person.id, byMail: false });
  expect(made).toMatchObject({ kind: "password-reset" });
  await signIn({
    email: `${person.handle}@library.example`,
    password,
    address: "10.9.0.2",
    userAgent: "",
    demonstration: false,
  });
  expect(await use(made!.token!, "short")).toMatchObject({ outcome: "unsuitable" });
  expect(await use(made!.token!, "an entirely other sentence")).toMatchObject({ joined: false });
  expect(await db.$count(sessions, eq(sessions.personId, person.id))).toBe(1);
  const again = await signIn({
    email: `${person.handle}@library.example`,
    password,
    address: "10.9.0.2",
    userAgent: "",
    demonstration: false,
  });
  expect(again.outcome).toBe("refused");
});

test("the demonstration library's people have no links", async () => {
  const person = await aPerson({ demonstration: true, password });
  const actorId = (await anAdministrator()).id;
  expect(await offerLink({ actorId, personId: person.id, byMail: false })).toBeUndefined();
});
