import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { MeilisearchApiError, MeilisearchRequestError } from "meilisearch";
import { expect, onTestFinished, test } from "vitest";
import { askQuestion } from "#app/search/engine-question.server.ts";

/** An engine that says what it is told, by connection and by question on it; it is given as long as a busy machine takes. */
async function anEngine(
  answer: (socket: Socket, connection: number, question: number) => void,
  timeout = 30_000,
) {
  let connections = 0;
  const server = createServer((socket) => {
    const connection = ++connections;
    let questions = 0;
    socket.on("error", () => {});
    socket.on("data", () => answer(socket, connection, ++questions));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/multi-search`);
  const ask = () => askQuestion({ url, token: "secret", question: { q: "zebra" }, timeout });
  return { ask, connections: () => connections };
}

function say(socket: Socket, status: string, body: object): void {
  const text = JSON.stringify(body);
  socket.write(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
  );
}

test("a connection serves one question after another", async () => {
  const { ask, connections } = await anEngine((socket, _, question) => say(socket, "200 OK", { question }));
  expect([await ask(), await ask(), await ask()]).toEqual([
    { question: 1 },
    { question: 2 },
    { question: 3 },
  ]);
  expect(connections()).toBe(1);
});

test("one that the engine closed as it was used again is replaced, without a word", async () => {
  const { ask } = await anEngine((socket, connection, question) =>
    question > 1 ? socket.destroy() : say(socket, "200 OK", { connection }),
  );
  expect([await ask(), await ask()]).toEqual([{ connection: 1 }, { connection: 2 }]);
});

test("a new one that is closed is the engine's trouble, and so is one that says nothing", async () => {
  const closing = await anEngine((socket) => socket.destroy());
  await expect(closing.ask()).rejects.toBeInstanceOf(MeilisearchRequestError);
  const silent = await anEngine(() => {}, 300);
  await expect(silent.ask()).rejects.toBeInstanceOf(MeilisearchRequestError);
});

test("a refusal carries the engine's status and code", async () => {
  const { ask } = await anEngine((socket) => say(socket, "403 Forbidden", { code: "invalid_api_key" }));
  const refusal = await ask().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(MeilisearchApiError);
  expect(refusal).toMatchObject({ response: { status: 403 }, cause: { code: "invalid_api_key" } });
});
