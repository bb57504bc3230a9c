import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const passing = `test("passes", () => {});`;

/** Runs these tests in a Vitest of their own, with our reporter. */
function runTests(body: string): { code: number | null; lastLine: string | undefined } {
  // Inside the project, where the tests find their packages; dotted, so that the suite's own run does not see it.
  const folder = mkdtempSync(join(import.meta.dirname, ".exit-code-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  writeFileSync(join(folder, "one.test.ts"), `import { beforeAll, expect, test } from "vitest";\n${body}\n`);
  const config = {
    root: folder,
    test: {
      reporters: ["default", join(import.meta.dirname, "reporter.ts")],
      dangerouslyIgnoreUnhandledErrors: false,
    },
  };
  writeFileSync(join(folder, "vitest.config.mjs"), `export default ${JSON.stringify(config)};\n`);
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const { status, stdout } = spawnSync(
    process.execPath,
    [vitest, "run", "--config", join(folder, "vitest.config.mjs")],
    {
      encoding: "utf8",
      cwd: folder,
      env: { ...process.env, VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined },
    },
  );
  return { code: status, lastLine: stdout.trimEnd().split("\n").at(-1) };
}

test.each([
  ["all pass", passing, 0, "tests: 1 passed, 0 failed"],
  ["one fails", `${passing} test("fails", () => expect(1).toBe(2));`, 1, "tests: 1 passed, 1 failed"],
  ["one is skipped", `${passing} test.skip("later", () => {});`, 0, "tests: 1 passed, 0 failed, 1 skipped"],
  ["a file cannot be loaded", `throw new Error("at once");`, 1, "tests: 0 passed, 1 failed"],
  [
    "a hook fails",
    `beforeAll(() => { throw new Error("no"); }); ${passing}`,
    1,
    "tests: 0 passed, 1 failed, 1 skipped",
  ],
  [
    "an error is nobody's",
    `${passing} test("two", async () => { setTimeout(() => { throw new Error("late"); }); await new Promise((r) => setTimeout(r, 50)); });`,
    1,
    "tests: 2 passed, 1 failed",
  ],
  [
    "something exits 0 meanwhile",
    `process.on("beforeExit", () => process.exit(0)); test("fails", () => expect(1).toBe(2));`,
    1,
    "tests: 0 passed, 1 failed",
  ],
])(
  "when %s, the exit code and the closing line say so",
  (_name, body, code, lastLine) => {
    expect(runTests(body)).toEqual({ code, lastLine });
  },
  180_000,
);

test("importing the services installs nothing that would exit 0 in the end", async () => {
  const before = process.listeners("beforeExit").length;
  await import("#scripts/services/open-services.ts");
  expect(process.listeners("beforeExit").length).toBe(before);
});
