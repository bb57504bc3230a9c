import { expect, test, vi } from "vitest";
import { circuitBreaker } from "#app/search/circuit-breaker.ts";

function aBreaker(probe: () => Promise<unknown>) {
  const clock = { now: 0 };
  const breaker = circuitBreaker<"down" | "refused">({
    failures: 3,
    rest: 1_000,
    probe,
    now: () => clock.now,
  });
  return { breaker, clock };
}

test("opens after three failures in a row, not after three in all", () => {
  const { breaker } = aBreaker(async () => {});
  for (let round = 0; round < 5; round++) {
    breaker.failed("down");
    breaker.failed("down");
    expect(breaker.blocked()).toBeUndefined();
    breaker.succeeded();
  }
  for (let failure = 0; failure < 3; failure++) breaker.failed("down");
  expect(breaker.blocked()).toBe("down");
});

test("a refusal opens it at once", () => {
  const { breaker } = aBreaker(async () => {});
  breaker.failed("refused", { atOnce: true });
  expect(breaker.blocked()).toBe("refused");
});

test("probes once a rest, closes when a probe succeeds, and makes nobody wait", async () => {
  const probe = vi
    .fn<() => Promise<unknown>>()
    .mockRejectedValueOnce(new Error("still down"))
    .mockResolvedValue(1);
  const { breaker, clock } = aBreaker(probe);
  breaker.failed("down", { atOnce: true });
  for (let asked = 0; asked < 10; asked++) expect(breaker.blocked()).toBe("down");
  expect(probe).not.toHaveBeenCalled();
  clock.now = 1_000;
  for (let asked = 0; asked < 10; asked++) expect(breaker.blocked()).toBe("down");
  expect(probe).toHaveBeenCalledTimes(1);
  clock.now = 2_000;
  expect(breaker.blocked()).toBe("down");
  await expect.poll(() => breaker.blocked()).toBeUndefined();
  expect(probe).toHaveBeenCalledTimes(2);
});
