import { expect, test } from "vitest";
import { newIdempotencyKey, readIdempotencyKey } from "#app/insights/idempotency-key.server.ts";

test.each(["1", "order-7", "x".repeat(255), newIdempotencyKey()])("%s is a key", (sent) => {
  expect(readIdempotencyKey(sent)).toBe(sent);
});

test.each([null, undefined, "", "x".repeat(256), "a key", "clé", "k\n"])("%j is none", (sent) => {
  expect(readIdempotencyKey(sent)).toBeUndefined();
});
