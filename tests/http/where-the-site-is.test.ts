import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { send } from "./raw-request.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const server = useWebServer();

async function seen(headers: Record<string, string | undefined>): Promise<Record<string, unknown>> {
  const answer = await send(server.address, "/seen?a=b", { headers });
  return answer.status === 200 ? JSON.parse(answer.body) : { status: answer.status };
}

test.each(["127.0.0.1:3000", "localhost:8080", "LOCALHOST", "[::1]:3000", "127.0.0.1"])(
  "without APP_ORIGIN the site is where the browser on this machine asked: %s",
  async (Host) => {
    const origin = `http://${Host.toLowerCase()}`;
    expect(await seen({ Host })).toMatchObject({ url: `${origin}/seen?a=b`, origin, onThisMachine: true });
  },
);

test.each([
  "evil.example",
  "127.0.0.1.evil.example",
  "localhost.evil.example:3000",
  "127.0.0.1:3000@evil.example",
  "127.0.0.1:port",
  "127.0.0.2:3000",
  "0.0.0.0:3000",
  "localhost:3000/x",
  "localhost#",
])("a name that is not this machine's is refused: %s", async (Host) => {
  expect(await seen({ Host })).toEqual({ status: 400 });
  // Load balancers ask by address.
  expect((await send(server.address, "/health", { headers: { Host } })).status).toBe(200);
});

test.each([
  { "X-Forwarded-Host": "evil.example:99" },
  { "X-Forwarded-Proto": "https" },
  { "X-Forwarded-For": "203.0.113.9" },
  { "X-Forwarded-Port": "99" },
  { Forwarded: "for=203.0.113.9;host=evil.example;proto=https" },
  { "X-Real-IP": "203.0.113.9" },
  { Via: "1.1 proxy" },
])("a forwarding header changes nothing, but the browser no longer counts as here: %j", async (header) => {
  const [name = ""] = Object.keys(header);
  const answer = await seen({ Host: "localhost:3000", ...header });
  expect(answer.headers).not.toContain(name.toLowerCase());
  expect(answer).toMatchObject({
    url: "http://localhost:3000/seen?a=b",
    origin: "http://localhost:3000",
    clientIp: "127.0.0.1",
    onThisMachine: false,
  });
});

test("another program on this machine is another origin", async () => {
  const headers = { Host: "localhost:3000", Origin: "http://localhost:9999" };
  expect((await send(server.address, "/page", { method: "POST", headers })).status).toBe(403);
  const own = { Host: "localhost:3000", Origin: "http://localhost:3000" };
  expect((await send(server.address, "/page", { method: "POST", headers: own })).status).toBe(200);
});

test("nothing asks browsers for https where there is none", async () => {
  const { headers } = await send(server.address, "/page");
  expect(headers).not.toHaveProperty("strict-transport-security");
});
