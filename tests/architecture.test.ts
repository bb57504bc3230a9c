import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rooms, rules, type Source } from "./architecture-rules.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every file of the repository: those tracked, and those about to be. */
const paths = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root })
  .toString()
  .trim()
  .split("\n")
  .filter((path) => existsSync(`${root}/${path}`));

const sources: Source[] = paths
  .filter((path) => /^(app|db|scripts|tests)\/.*\.(ts|tsx|mts|mjs|js)$|^[^/]+\.js$/.test(path))
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }));

function linesOf({ text }: Source): number {
  return text.trimEnd().split("\n").length;
}

function longerThan(lines: number, among: readonly Source[]): string[] {
  return among
    .filter((source) => linesOf(source) > lines)
    .map((source) => `${source.path}: ${linesOf(source)}`);
}

/** The number of lines that this part of the files does not exceed. */
function quantile(part: number, among: readonly Source[]): number {
  const lengths = among.map(linesOf).sort((a, b) => a - b);
  return lengths[Math.ceil(part * lengths.length) - 1] ?? 0;
}

describe.each(rules)("$name", ({ faults, broken }) => {
  test("holds everywhere", () => expect(sources.flatMap(faults)).toEqual([]));
  test.each(broken)("would not let pass $path: $text", (source) => expect(faults(source)).not.toEqual([]));
});

test("every file of the four folders was looked at, and rooms among them", () => {
  expect(sources.length).toBeGreaterThan(300);
  const present = rooms.filter((room) => sources.some(({ path }) => path.startsWith(`app/${room}/`)));
  expect(present).toEqual(expect.arrayContaining(["events", "people", "insights", "search", "weekly"]));
});

test("files are short: none over 300 lines, half under 60, nine of ten under 150", () => {
  const written = sources.filter(({ path }) => !/^db\/(migrations|demo\/content)\//.test(path));
  expect(longerThan(300, written)).toEqual([]);
  const ours = written.filter(({ path }) => /^(app|db|scripts)\//.test(path));
  expect(quantile(0.5, ours)).toBeLessThanOrEqual(60);
  expect(quantile(0.9, ours)).toBeLessThanOrEqual(150);
  const long = { path: "app/long.ts", text: "line\n".repeat(301) };
  expect([longerThan(300, [long]), quantile(0.5, [long])]).toEqual([["app/long.ts: 301"], 301]);
});

test("nothing stands at the top but what the house has there", () => {
  const top = new Set(paths.map((path) => path.split("/")[0] ?? ""));
  const known =
    /^(\..+|README\.md|LICENSE|package(-lock)?\.json|tsconfig\.json|remix\.config\.js|app|db|scripts|tests|docs|Dockerfile|compose\.yaml)$/;
  expect([...top].filter((name) => !known.test(name))).toEqual([]);
  expect(paths.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
});
