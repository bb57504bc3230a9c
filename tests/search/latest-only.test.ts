import { expect, test } from "vitest";
import { latestOnly } from "#app/ui/latest-only.ts";

function aSlowAnswer() {
  const waiting = new Map<string, (answer: string) => void>();
  const signals: AbortSignal[] = [];
  const latest = latestOnly((asked: string, signal) => {
    signals.push(signal);
    return new Promise<string>((resolve) => waiting.set(asked, resolve));
  });
  const answer = (asked: string) => waiting.get(asked)?.(`answer to ${asked}`);
  return { latest, answer, signals };
}

test("only the last question's answer counts, in whichever order they come", async () => {
  const { latest, answer, signals } = aSlowAnswer();
  const answers = ["c", "co", "com"].map((text) => latest.ask(text));
  for (const text of ["com", "c", "co"]) answer(text);
  expect(await Promise.all(answers)).toEqual([undefined, undefined, "answer to com"]);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
});

test("what is forgotten is not answered, and a failure is no answer", async () => {
  const { latest, answer } = aSlowAnswer();
  const asked = latest.ask("c");
  latest.forget();
  answer("c");
  expect(await asked).toBeUndefined();
  const failing = latestOnly(() => Promise.reject(new Error("no network")));
  expect(await failing.ask("c")).toBeUndefined();
});
