import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const program = new URL("./memory-habits.program.ts", import.meta.url).pathname;

function run(options: string) {
  const ran = spawnSync(process.execPath, [program], {
    env: { ...process.env, NODE_OPTIONS: options },
    encoding: "utf8",
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return { pid: ran.pid, said: JSON.parse(ran.stdout) as { pid: number; options: string; limit: number } };
}

test("started by hand, a process takes on our habits in its own place, once", () => {
  const { pid, said } = run("");
  expect(said).toMatchObject({ pid, options: "--max-semi-space-size=8 --v8-pool-size=2" });
});

test("what the operator says of memory is last, and so what counts", () => {
  const [plain, asked] = [run(""), run("--max-old-space-size=512")];
  expect(asked.said.options).toBe("--max-semi-space-size=8 --v8-pool-size=2 --max-old-space-size=512");
  expect(asked.said.limit).toBeLessThan(plain.said.limit);
  expect(run("--max-semi-space-size=64").said.options).toBe("--max-semi-space-size=64");
});
