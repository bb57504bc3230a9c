import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { startSession } from "#app/people/start-session.server.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people, sessions } from "#db/schema/people.server.ts";
import { useDatabase } from "../support/database.ts";
import { aPerson } from "../support/factories.ts";
import { type RawAnswer, send } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const server = useWebServer();

/** Somebody who has just been shown their page, so that the next is begun before the database has said who asks. */
async function somebodyKnown(name: string) {
  const { id } = await aPerson({ name });
  const token = await runTransaction((tx) => startSession(tx, { personId: id, userAgent: "a test" }));
  const ask = (path: string): Promise<RawAnswer> =>
    send(server.address, path, { headers: { Cookie: `sid=${token}` } });
  for (let at = 0; at < 2; at++) expect((await ask("/mine")).body).toContain(name);
  return { id, ask };
}

test("who has signed out is shown nothing more, however lately they were shown something", async () => {
  const { id, ask } = await somebodyKnown("Priya Raman");
  await db.delete(sessions).where(eq(sessions.personId, id));
  const [page, data] = await Promise.all([ask("/mine"), ask("/mine.data")]);
  expect([page.status, page.headers.location, data.status]).toEqual([302, "/sign-in?to=%2Fmine", 202]);
  expect(page.body + data.body).not.toContain("Priya Raman");
});

test("nor is who has been disabled", async () => {
  const { id, ask } = await somebodyKnown("Tom Reed");
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, id));
  expect((await ask("/mine")).status).toBe(302);
});

test("a page is made for who the database says asks: what changed a moment ago counts", async () => {
  const { id, ask } = await somebodyKnown("Mehmet Kaya");
  await db.update(people).set({ name: "Mehmet Aydın" }).where(eq(people.id, id));
  for (const path of ["/mine.data", "/mine"]) {
    const { status, body } = await ask(path);
    expect(status).toBe(200);
    expect(body).toContain("Mehmet Aydın");
    expect(body).not.toContain("Mehmet Kaya");
  }
});
