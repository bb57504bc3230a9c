import { expect, test } from "vitest";
import { keepRecent } from "#app/ui/keep-recent.ts";

test("what was made lately is kept up to twice what it may weigh, whoever is asked for it most often", () => {
  const made: string[] = [];
  const recent = keepRecent<string>({ most: 1_000, weigh: (value) => value.length, mostWeight: 500 });
  const ask = (key: string): string =>
    recent.get(key, () => {
      made.push(key);
      return "x".repeat(99);
    });
  for (const key of "abcdefgh") {
    ask(key);
    ask("z");
  }
  expect(made).toEqual([..."azbcdefgh"]);
  // The first ones are gone, the last are there.
  for (const key of "hgza") ask(key);
  expect(made).toEqual([..."azbcdefgha"]);
});
