import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { runCommand } from "./services/run-command.ts";

/** Whatever a machine has, more than this take each other's memory. */
const atOnce = Math.min(2, availableParallelism());

/** Runs npm scripts side by side, begun in this order; the output of each is shown in one piece when it ends. */
async function runSideBySide(names: string[]): Promise<void> {
  const waiting = [...names];
  const failed: string[] = [];
  const lane = async (): Promise<void> => {
    for (let name = waiting.shift(); name && failed.length === 0; name = waiting.shift())
      if (!(await succeeds(name))) failed.push(name);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (failed.length > 0) throw new Error(`Not as it should be: ${failed.join(", ")}.`);
}

function succeeds(name: string): Promise<boolean> {
  const child = spawn("npm", ["run", "-s", name], { stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => said.push(part));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

await runCommand(() => runSideBySide(process.argv.slice(2)));
