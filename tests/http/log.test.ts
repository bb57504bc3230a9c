import { DrizzleQueryError } from "drizzle-orm/errors";
import postgres from "postgres";
import { expect, test } from "vitest";
import { orTryAgain } from "#app/http/unavailable.server.ts";
import { describeError } from "#app/log.server.ts";

const typed = "Dr Ahmed said the repository is down\nparams: again";

function failedInsert(): Error {
  const refused = Object.assign(new postgres.PostgresError(""), {
    message: "violates check constraint",
    code: "23514",
    detail: `Failing row contains (${typed})`,
    parameters: [typed],
  });
  return new DrizzleQueryError(
    "insert into insights (body) values ($1)",
    [typed, "priya@library.example"],
    refused,
  );
}

test("the log is told what failed and where, and nothing of what people typed", () => {
  const described = describeError(failedInsert());
  expect(described).toMatchObject({
    message: "Failed query: insert into insights (body) values ($1)",
    stack: expect.stringContaining("    at "),
    cause: { code: "23514", message: "violates check constraint" },
  });
  const written = JSON.stringify(described);
  for (const word of ["Ahmed", "repository", "again", "priya@library.example"])
    expect(written).not.toContain(word);
});

test("whatever was thrown can be described", () => {
  const loop = new Error("round and round");
  loop.cause = loop;
  expect(JSON.stringify(describeError(loop)).length).toBeLessThan(20_000);
  expect(describeError("a secret")).toEqual({ name: "string", message: "not an Error" });
  expect(describeError(undefined)).toEqual({ name: "undefined", message: "not an Error" });
  expect(describeError(new Error("x".repeat(9_000))).message.length).toBe(500);
});

test("an action whose database is away answers with a value; our own mistakes and other answers are thrown on", async () => {
  const away = Object.assign(new Error("Failed query"), {
    cause: Object.assign(new Error(), { code: "CONNECTION_CLOSED" }),
  });
  expect(await orTryAgain(() => Promise.reject(away))).toMatchObject({
    data: { unavailable: true },
    init: { status: 503, headers: { "Retry-After": "5" } },
  });
  expect(await orTryAgain(async () => "saved")).toBe("saved");
  await expect(orTryAgain(() => Promise.reject(failedInsert()))).rejects.toThrow("Failed query");
  const gone = new Response("", { status: 404 });
  await expect(orTryAgain(() => Promise.reject(gone))).rejects.toBe(gone);
});
