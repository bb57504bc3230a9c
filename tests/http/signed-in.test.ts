import { beforeAll, expect, test } from "vitest";
import { demonstrationAllowed } from "#app/http/demonstration.server.ts";
import { findSession, optionalPerson } from "#app/http/require-person.server.ts";
import { startSession } from "#app/people/start-session.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { useDatabase } from "../support/database.ts";
import { aPerson } from "../support/factories.ts";
import { send } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const server = useWebServer();
const own = { "Sec-Fetch-Site": "same-origin" };
let Cookie = "";

beforeAll(async () => {
  const { id } = await aPerson({ name: "Priya Raman" });
  const token = await runTransaction((tx) => startSession(tx, { personId: id, userAgent: "a test" }));
  Cookie = `sid=${token}`;
});

test("whoever is signed in gets the page, its data and its action", async () => {
  for (const path of ["/mine", "/mine.data"]) {
    expect((await send(server.address, path, { headers: { Cookie } })).body).toContain("Priya Raman");
    const sent = await send(server.address, path, { method: "POST", headers: { ...own, Cookie } });
    expect(sent.status).toBe(200);
  }
});

test.each([
  ["/mine", "/sign-in?to=%2Fmine"],
  ["/mine?tag=a+b&page=2", "/sign-in?to=%2Fmine%3Ftag%3Da%2Bb%26page%3D2"],
])("anybody else is sent to sign in, and will come back: %s", async (path, to) => {
  const page = await send(server.address, path);
  expect([page.status, page.headers.location]).toEqual([302, to]);
  const data = await send(server.address, path.replace("/mine", "/mine.data"));
  expect(data.status).toBe(202);
  expect(data.body).toContain(JSON.stringify(to));
});

test("a session that has ended, or never was, signs nobody in", async () => {
  for (const wrong of [`sid=${"x".repeat(43)}`, Cookie.slice(0, -1), `${Cookie}x`, "sid="]) {
    expect((await send(server.address, "/mine", { headers: { Cookie: wrong } })).status).toBe(302);
  }
});

test("a form sent after the session has ended is told so; nothing leads away from what was typed", async () => {
  const byScript = await send(server.address, "/mine.data", { method: "POST", headers: own, body: "text=x" });
  expect(byScript.status).toBe(401);
  expect(byScript.body).toContain('"signedOut",true');
  const without = await send(server.address, "/mine", { method: "POST", headers: own, body: "text=x" });
  expect(without.status).toBe(401);
  expect(without.headers).not.toHaveProperty("location");
  expect(without.body.replaceAll("<!-- -->", "")).toContain("problem: signed-out");
});

function contextOf(onThisMachine = true) {
  return { nonce: "", reference: "", origin: server.address, clientIp: "127.0.0.1", onThisMachine };
}

test("all loaders of a page share one look-up, and no two pages do", async () => {
  const request = () => new Request(`${server.address}/mine`, { headers: { Cookie } });
  const page = contextOf();
  const lookUp = findSession(request(), page);
  expect(findSession(request(), page)).toBe(lookUp);
  expect(findSession(request(), contextOf())).not.toBe(lookUp);
  expect((await optionalPerson(request(), page))?.name).toBe("Priya Raman");
});

test("demonstration accounts need the setting, whoever asks", () => {
  expect(demonstrationAllowed(contextOf())).toBe(false);
});
