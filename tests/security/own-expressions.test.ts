import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { projectFolder } from "#scripts/services/data-folder.ts";

type Own = { where: string; expression: RegExp };

/** Every regular expression written in the application, as TypeScript reads it. */
function ownExpressions(): Own[] {
  const names = readdirSync(join(projectFolder, "app"), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const path = join("app", name);
      const found: Own[] = [];
      const source = ts.createSourceFile(
        path,
        readFileSync(join(projectFolder, path), "utf8"),
        ts.ScriptTarget.Latest,
        true,
      );
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf("/");
          const expression = new RegExp(
            node.text.slice(1, end),
            node.text.slice(end + 1).replace(/[gy]/g, ""),
          );
          found.push({ where: `${path} ${node.text}`, expression });
        }
        node.forEachChild(visit);
      };
      visit(source);
      return found;
    });
}

const units = [
  "a",
  "0",
  " ",
  "\t",
  "\n",
  "-",
  "_",
  ".",
  "#",
  "@",
  "<",
  "/",
  "\\",
  "'",
  '"',
  "=",
  "&",
  ",",
  ";",
  "[",
  "(",
  "*",
  "`",
  ":",
  "é",
  "\u0301",
  "0-",
  "a-",
  "a ",
  "a.",
  "a@",
  "<a",
  " #a",
  "'\"",
  "\r\n",
  "%20",
  "&a",
  "a\n",
];
const tails = ["", "!", "\n", "a", "\u0000"];
const short = 4_000;

/** The thread's own processor time: a busy machine does not make an expression slow. */
function milliseconds(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** What is measured the least, where it seems much: clearing up is done on this thread too, and not each time. */
function least(measure: () => number): number {
  const first = measure();
  return first > 100 ? Math.min(first, measure(), measure()) : first;
}

test("no regular expression of ours takes more than its share, whatever is repeated at it", () => {
  const own = ownExpressions();
  expect(own.length).toBeGreaterThan(100);
  const slow = own.flatMap(({ where, expression }) =>
    units.flatMap((unit) =>
      tails.flatMap((tail) => {
        const text = unit.repeat(short / unit.length) + tail;
        const took = least(() => milliseconds(() => void expression.test(text)));
        return took > 100
          ? [`${where} took ${took} ms at ${JSON.stringify(unit)} and ${JSON.stringify(tail)}`]
          : [];
      }),
    ),
  );
  expect(slow).toEqual([]);
}, 300_000);

test("one that would is noticed", () => {
  expect(milliseconds(() => void /^(a+)+$/.test(`${"a".repeat(26)}!`))).toBeGreaterThan(100);
});
