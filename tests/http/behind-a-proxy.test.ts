import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { send } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const settings = { APP_ORIGIN: "https://corridor.northmoor.example", TRUST_PROXY_HOPS: "1" };
const server = useWebServer({ settings });

async function seen(headers: Record<string, string | undefined>): Promise<Record<string, unknown>> {
  const answer = await send(server.address, "/seen", { headers });
  return answer.status === 200 ? JSON.parse(answer.body) : { status: answer.status };
}

test.each([
  { Host: "corridor.northmoor.example" },
  { Host: "CORRIDOR.northmoor.example" },
  { Host: "127.0.0.1:3000" },
  { Host: "10.0.0.7:3000", "X-Forwarded-Host": "corridor.northmoor.example" },
  { Host: "10.0.0.7:3000", "X-Forwarded-Host": "evil.example, corridor.northmoor.example" },
  { Host: "corridor.northmoor.example", "X-Forwarded-Proto": "http", "X-Forwarded-Port": "99" },
])("the site is APP_ORIGIN, whatever the headers say: %j", async (headers) => {
  expect(await seen(headers)).toMatchObject({
    url: "https://corridor.northmoor.example/seen",
    origin: "https://corridor.northmoor.example",
  });
});

test.each([
  { Host: "evil.example" },
  { Host: "corridor.northmoor.example:99" },
  { Host: "corridor.northmoor.example", "X-Forwarded-Host": "evil.example" },
  { Host: "corridor.northmoor.example", "X-Forwarded-Host": "corridor.northmoor.example, evil.example" },
])("other names are refused: %j", async (headers) => {
  expect(await seen(headers)).toEqual({ status: 400 });
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["10.9.9.9, 203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8::1", "2001:db8::1"],
  ["' or 1=1 --", "127.0.0.1"],
  ["", "127.0.0.1"],
])("the reader's address is what the one trusted proxy wrote: %s", async (forwardedFor, clientIp) => {
  const headers = { Host: "corridor.northmoor.example", "X-Forwarded-For": forwardedFor };
  expect(await seen(headers)).toMatchObject({ clientIp, onThisMachine: false });
});
