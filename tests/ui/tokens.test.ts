import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, paletteOf } from "./contrast.ts";

const css = readFileSync(new URL("../../app/root.css", import.meta.url), "utf8");
const palette = paletteOf(css);

const grounds = ["paper", "surface", "sunken"];
const words: [string, string[]][] = [
  ["ink", [...grounds, "accent-soft", "signal-soft", "danger-soft", "mark"]],
  ["soft", [...grounds, "accent-soft"]],
  ["accent", [...grounds, "accent-soft"]],
  ["accent-strong", [...grounds, "accent-soft"]],
  ["signal", [...grounds, "signal-soft"]],
  ["danger", [...grounds, "danger-soft"]],
  ["on-accent", ["accent", "accent-strong"]],
];
const shapes: [string, string[]][] = [
  ["edge", ["paper", "surface"]],
  ["accent", [...grounds, "accent-soft"]],
  ["danger", [...grounds, "danger-soft"]],
  ["signal", [...grounds, "signal-soft"]],
];

test("the measure itself is right", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test("every colour has a light and a dark form", () => {
  const declared = [...css.matchAll(/^ {2}--color-([\w-]+):/gm)].map(([, name]) => name);
  expect([...palette.light.keys()]).toEqual(declared);
});

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  const colour = (name: string) => {
    const found = palette[theme].get(name);
    if (!found) throw new Error(`no colour named ${name}`);
    return found;
  };
  const pairs = (of: [string, string[]][]) =>
    of.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

  test.each(pairs(words))("%s is readable on %s", (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(pairs(shapes))("%s can be made out on %s", (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(3);
  });
});
