import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { askWhenAllowed } from "#app/search/ask-when-allowed.ts";

let answers: { status: number; wait?: string }[] = [];
let asked = 0;
const server = createServer((_, response) => {
  const { status, wait } = answers[asked] ?? { status: 200 };
  asked += 1;
  response.writeHead(status, wait ? { "Retry-After": wait } : {}).end(JSON.stringify({ asked }));
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

beforeEach(() => {
  asked = 0;
});
afterAll(() => server.close());

const ask = (signal = new AbortController().signal) => askWhenAllowed<{ asked: number }>(address, signal);

test("told to wait, it asks again when it may", async () => {
  answers = [{ status: 429, wait: "1" }];
  expect(await ask()).toEqual({ asked: 2 });
});

test("it does not wait long, nor for what waiting does not help", async () => {
  for (const answer of [{ status: 429, wait: "60" }, { status: 429 }, { status: 503, wait: "1" }]) {
    asked = 0;
    answers = [answer];
    await expect(ask()).rejects.toThrow(String(answer.status));
    expect(asked).toBe(1);
  }
});

test("overtaken while it waits, it asks no more", async () => {
  answers = [{ status: 429, wait: "1" }];
  const overtaken = new AbortController();
  const { fetch } = globalThis;
  const told = vi.spyOn(globalThis, "fetch").mockImplementation(async (...given) => {
    const answer = await fetch(...given);
    // While it waits for the second that it was told to.
    setImmediate(() => overtaken.abort());
    return answer;
  });
  onTestFinished(() => told.mockRestore());
  await expect(ask(overtaken.signal)).rejects.toThrow();
  expect(asked).toBe(1);
});
