import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { openConnection } from "#tests/http/raw-request.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const app = useApp({
  worker: false,
  search: false,
  settings: { MEILISEARCH: "off", REQUESTS_PER_MINUTE: "200" },
});
const allowed = 20;

async function aKey(): Promise<string> {
  const { handle } = await aPerson();
  return (await mintApiKey({ email: `${handle}@library.example`, name: "a test" })) ?? "";
}

const ask = (key: string) =>
  fetch(`${app.origin}/api/v1/departments`, { headers: { authorization: `Bearer ${key}` } });

test("whoever brings a made-up key is turned away before anything of what they send is read", async () => {
  const port = Number(new URL(app.origin).port);
  const { socket, received } = openConnection(port);
  const head = `POST /api/v1/insights HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n`;
  socket.write(`${head}Authorization: Bearer ${"m".repeat(43)}\r\n\r\n{"body":"`);
  // Nothing more is sent: whoever waited for the body would not have answered by then.
  const answer = await Promise.race([received, sleep(8_000, "nothing was answered")]);
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1\.1 401 .*www-authenticate: bearer/is);
  expect(answer).toContain("application/problem+json");
});

test("made-up keys are counted by the address they come from; a key of ours passes from there all the same", async () => {
  const key = await aKey();
  const department = await aDepartment();
  expect((await ask(key)).status).toBe(200);
  const statuses: number[] = [];
  for (let number = 0; number <= allowed; number += 1)
    statuses.push((await ask(`made-up-${number}-${"x".repeat(40)}`)).status);
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  const refused = await ask("y".repeat(43));
  expect([refused.status, Number(refused.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
  expect((await ask(key)).status).toBe(200);
  expect((await ask(await aKey())).status, "and a new one").toBe(200);
  const posted = await fetch(`${app.origin}/api/v1/insights`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": "made-up-keys-1",
    },
    body: JSON.stringify({ body: "Heard", departments: [department.slug], channel: "coffee" }),
  });
  expect(posted.status).toBe(201);
});
