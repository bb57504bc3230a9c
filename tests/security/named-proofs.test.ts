import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const lines = readFileSync("docs/security.md", "utf8")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line));

/** What a line gives as its proof: files below `tests/`, and after a file perhaps tests in it by how they begin. */
function missingProofs(line: string): string[] {
  const [, number, , proofs = ""] = line.split("|").map((cell) => cell.trim());
  let text = "";
  return [...proofs.matchAll(/`([^`]+)`|“([^”]+)”/g)].flatMap(([, path, words = ""]) => {
    if (path === undefined) return text.includes(words.replace("…", "")) ? [] : [`${number}: ${words}`];
    if (!/^[a-z-]+(\/[a-z-]+\*?)?$/.test(path)) return [];
    const files = globSync([`tests/${path}.test.{ts,tsx}`, `tests/${path}-rules.ts`]);
    text = files.map((file) => readFileSync(file, "utf8")).join("\n");
    return files.length > 0 ? [] : [`${number}: ${path}`];
  });
}

test("every test that a line of docs/security.md names is there", () => {
  expect(lines.length).toBe(56);
  expect(lines.flatMap(missingProofs)).toEqual([]);
});

test("a line without a proof says what is missing", () => {
  expect(lines.filter((line) => !line.includes("`") && !line.includes("**Open:**"))).toEqual([]);
});

test("a name that is none is noticed", () => {
  expect(missingProofs("| 0 | x | `http/cookies` “no such thing…”, `http/nowhere` |")).toEqual([
    "0: no such thing…",
    "0: http/nowhere",
  ]);
});
