import { expect, test } from "vitest";
import { useApp } from "#tests/support/app.ts";
import { aPerson } from "#tests/support/factories.ts";
import { send } from "../http/raw-request.ts";

// The demonstration's setting left on by mistake, on a server that others can reach.
const origin = "http://corridor.library.example";
const app = useApp({
  worker: false,
  search: false,
  settings: { MEILISEARCH: "off", CORRIDOR_DEMO: "1", HOST: "0.0.0.0", APP_ORIGIN: origin },
});

test("nobody signs in as a demonstration colleague where the server listens to more than this machine", async () => {
  const password = "corridor-demo-library";
  const email = "editor@northmoor.example";
  const colleague = await aPerson({ demonstration: true, password, name: "Ed Demo", email });
  const headers = { host: "corridor.library.example", origin, accept: "text/html" };
  const page = await send(app.origin, "/sign-in", { headers });
  expect([page.status, page.body.includes("Ed Demo")]).toEqual([200, false]);
  const tries: Record<string, string>[] = [{ demonstration: colleague.handle }, { email, password }];
  for (const fields of tries) {
    const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams(fields).toString();
    const answer = await send(app.origin, "/sign-in", { method: "POST", headers: form, body });
    expect([answer.status, answer.headers["set-cookie"]]).toEqual([400, undefined]);
  }
});

test.each(["127.0.0.1", "localhost"])("nor by calling it %s", async (host) => {
  const answer = await send(app.origin, "/sign-in", { headers: { host } });
  expect([answer.status, answer.body.includes("Ed Demo")]).toEqual([400, false]);
});
