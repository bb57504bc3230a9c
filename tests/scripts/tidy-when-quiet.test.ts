import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tidyWhenQuiet } from "#scripts/services/tidy-when-quiet.ts";

const megabyte = 2 ** 20;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A collection takes it 100 ms. */
function aProcess() {
  const state = { worked: 0, collected: 0 };
  const stop = tidyWhenQuiet({
    everyMs: 1_000,
    worked: () => state.worked,
    collect: () => {
      state.collected += 1;
      state.worked += 100;
    },
  });
  const work = (seconds: number, share: number) => {
    for (let second = 0; second < seconds; second += 1) {
      state.worked += 1_000 * share;
      vi.advanceTimersByTime(1_000);
    }
  };
  return { state, stop, work };
}

test("what a burst left behind is looked through once it is quiet", () => {
  const { state, stop, work } = aProcess();
  work(10, 0.4);
  expect(state.collected).toBe(0);
  work(1, 0);
  expect(state.collected).toBe(1);
  work(600, 0);
  expect(state.collected).toBe(1);
  work(10, 0.4);
  work(1, 0);
  expect(state.collected).toBe(2);
  stop();
  work(10, 0.4);
  work(10, 0);
  expect(state.collected).toBe(2);
});

test("a trickle of work is not outdone by tidying after it", () => {
  const { state, work } = aProcess();
  work(1_000, 0.02);
  // Twenty seconds of work, at one for each.
  expect(state.collected).toBeGreaterThan(10);
  expect(state.collected).toBeLessThan(22);
});

test("it is not tidied amidst a trickle as long as a pause may come", () => {
  const { state, work } = aProcess();
  work(10, 0.4);
  work(30, 0.04);
  expect(state.collected).toBe(0);
  work(1, 0.005);
  expect(state.collected).toBe(1);
});

test("V8's own collection gives the machine back what is not used any more", async () => {
  vi.useRealTimers();
  let work = 0;
  const stop = tidyWhenQuiet({ everyMs: 20, worked: () => work });
  // One in six stays, so that no page of the heap is empty.
  const made = Array.from({ length: 600_000 }, (_, at) => ({ at, words: [at, `number ${at}`] }));
  const kept = made.filter(({ at }) => at % 6 === 0);
  made.length = 0;
  const full = process.memoryUsage().heapTotal;
  work = 10_000;
  await vi.waitFor(() => expect(process.memoryUsage().heapTotal).toBeLessThan(full - 16 * megabyte), 20_000);
  stop();
  expect(kept).toHaveLength(100_000);
});
