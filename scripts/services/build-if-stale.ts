import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "#scripts/bootstrap/file-lock.mjs";
import { whenExited } from "./child-process.ts";
import { projectFolder } from "./data-folder.ts";
import type { Say } from "./log.ts";

const INPUTS = [
  "app/**",
  "db/**",
  "scripts/{bundle,prepare,serve,worker}.ts",
  "scripts/services/**",
  "remix.config.js",
  "package-lock.json",
  "tsconfig.json",
];
// Inside what every build empties first: a build made by hand takes the stamp away.
const STAMP = join("build", "server", ".inputs");
const RESULT = join("build", "server", "serve.js");

/** Builds the application unless `build/` was made from the files as they are now. */
export async function buildIfStale(args: { folder?: string; log: Say; signal?: AbortSignal }): Promise<void> {
  const { folder = projectFolder, log, signal } = args;
  const inputs = hashInputs(folder);
  if (isBuiltFrom(folder, inputs)) return;
  const onWait = (pid?: number): void =>
    log(`Waiting for the build that process ${pid ?? "another"} is making.`);
  await withFileLock(
    join(folder, ".cache", "build.lock"),
    async () => {
      if (isBuiltFrom(folder, inputs)) return;
      log("Building the application.");
      await runBuild(folder, signal);
      writeFileSync(join(folder, STAMP), inputs);
    },
    { onWait },
  );
}

function isBuiltFrom(folder: string, inputs: string): boolean {
  const stamp = join(folder, STAMP);
  return existsSync(join(folder, RESULT)) && existsSync(stamp) && readFileSync(stamp, "utf8") === inputs;
}

function hashInputs(folder: string): string {
  const hash = createHash("sha256");
  for (const path of globSync(INPUTS, { cwd: folder }).sort()) {
    const file = join(folder, path);
    if (!statSync(file).isFile()) continue;
    hash.update(`${path}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

async function runBuild(folder: string, signal?: AbortSignal): Promise<void> {
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const build = spawn(command, [...first, "run", "-s", "build"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && command === "npm",
    env: { ...process.env, NODE_ENV: "production" },
    detached: process.platform !== "win32",
  });
  // npm runs a shell that runs the build: all three are one group.
  const stop = (): void => void (build.pid && process.kill(-build.pid, "SIGTERM"));
  signal?.addEventListener("abort", stop);
  let output = "";
  for (const stream of [build.stdout, build.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const failed = new Promise<never>((_, reject) => build.once("error", reject));
  await Promise.race([whenExited(build), failed]);
  signal?.removeEventListener("abort", stop);
  if (build.exitCode === 0) return;
  const log = join(folder, ".cache", "build.log");
  writeFileSync(log, output);
  throw new Error(`The application could not be built (all that was said is in ${log}):\n${gist(output)}`);
}

/** What went wrong, out of hundreds of lines. */
function gist(output: string): string {
  const lines = output.trim().split("\n");
  const failure = lines.findIndex((line) => line.includes("Build failed"));
  return (failure < 0 ? lines.slice(-10) : lines.slice(failure, failure + 3)).join("\n");
}
