import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { processIdentity } from "#scripts/bootstrap/process-identity.mjs";
import { projectFolder } from "#scripts/services/data-folder.ts";

export type Instance = {
  dataFolder: string;
  said: () => string;
  url: string;
  /** The pid of a part, by a word of its command line. */
  pidOf: (word: string) => number | undefined;
  environmentOf: (word: string) => string;
  /** Sends the signal and waits for the end; the exit code. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** Runs one of `scripts/` to its end, as a newcomer would: with nothing set but what is given. */
export function runScript(name: string, env: Record<string, string>): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join("scripts", `${name}.ts`)], {
    cwd: projectFolder,
    env: environment(env),
    encoding: "utf8",
    timeout: 120_000,
  });
  return { code: status, said: stdout + stderr };
}

/** Runs `start` until it is ready or has given up. */
export async function startInstance(
  dataFolder: string,
  env: Record<string, string> = {},
  options: readonly string[] = [],
): Promise<Instance> {
  const child = spawn(process.execPath, [join("scripts", "start.ts"), ...options], {
    cwd: projectFolder,
    env: environment({ CORRIDOR_DATA_DIR: dataFolder, ...env }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
    await ended;
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const settled = (): boolean => hasEnded() || said.includes("Ctrl-C stops it");
  await expect.poll(settled, { timeout: 120_000, interval: 50 }).toBe(true);
  return {
    dataFolder,
    said: () => said,
    url: said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? `nowhere, for it said: ${said}`,
    pidOf: (word) => childrenOf(child).find((pid) => commandOf(pid).includes(word)),
    environmentOf: (word) => {
      const pid = childrenOf(child).find((candidate) => commandOf(candidate).includes(word));
      return readProcess(pid ?? 0, "environ");
    },
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

function environment(more: Record<string, string>): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "LANG", "TMPDIR", "CHROMIUM_BIN", "MEILISEARCH_BIN"];
  const ours = Object.fromEntries(
    kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  return { ...ours, ...more } as NodeJS.ProcessEnv;
}

/** Every process that has this folder among its arguments or in its environment. */
export function processesOf(dataFolder: string): string[] {
  return allPids()
    .filter((pid) => [commandOf(pid), readProcess(pid, "environ")].some((text) => text.includes(dataFolder)))
    .filter((pid) => processIdentity(pid) !== undefined)
    .map((pid) => `${pid} ${commandOf(pid)}`);
}

function childrenOf(parent: ChildProcess): number[] {
  return allPids().filter((pid) => {
    const [, parentPid] = readProcess(pid, "stat").split(") ").at(-1)?.split(" ") ?? [];
    return Number(parentPid) === parent.pid && !commandOf(pid).includes("corridor-watch");
  });
}

function allPids(): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid);
}

function commandOf(pid: number): string {
  return readProcess(pid, "cmdline").replaceAll("\0", " ");
}

function readProcess(pid: number, what: "cmdline" | "environ" | "stat"): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}
