import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { processIdentity } from "#scripts/bootstrap/process-identity.mjs";

export type RecordedProcess = { pid: number; identity: string };

/** Signals in the order to try them, each with the time it is given before the next. */
type Stopping = { signals?: NodeJS.Signals[]; patienceMs?: number };

/** An environment of these variables alone: what we run for others gets none of ours. */
export function bareEnvironment(variables: Record<string, string>): NodeJS.ProcessEnv {
  return variables as NodeJS.ProcessEnv;
}

/** Resolves when the child has gone, with how it went, in words; a program that could not be run is gone at once. */
export function whenExited(child: ChildProcess): Promise<string> {
  if (child.pid === undefined) return Promise.resolve("could not be run");
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(describeExit(child));
  return new Promise((resolve) => child.once("exit", () => resolve(describeExit(child))));
}

function describeExit(child: ChildProcess): string {
  return child.signalCode ? `was ended by ${child.signalCode}` : `ended with code ${child.exitCode}`;
}

const hurried = new Map<ChildProcess, NodeJS.Signals>();

/** From now on `hurryChildren()` ends this child with that signal, which leaves it no time for anything. */
export function mayBeHurried(child: ChildProcess, signal: NodeJS.Signals): void {
  hurried.set(child, signal);
  child.once("exit", () => hurried.delete(child));
}

export function hurryChildren(): void {
  for (const [child, signal] of hurried) child.kill(signal);
}

/** Stops a child of ours and waits until it has gone. */
export async function stopChild(child: ChildProcess, stopping: Stopping = {}): Promise<void> {
  const exited = whenExited(child).then(() => true);
  for (const signal of [...(stopping.signals ?? ["SIGTERM"]), "SIGKILL"] as const) {
    child.kill(signal);
    if (await Promise.race([exited, sleep(stopping.patienceMs ?? 5000, false, { ref: false })])) return;
  }
  await exited;
}

export function recordProcess(pid: number): RecordedProcess | undefined {
  const identity = processIdentity(pid);
  return identity ? { pid, identity } : undefined;
}

export function isRunning(recorded: RecordedProcess): boolean {
  return processIdentity(recorded.pid) === recorded.identity;
}

/** Stops a process that an earlier run started, unless its pid has been given to another since. */
export async function stopRecorded(recorded: RecordedProcess, stopping: Stopping = {}): Promise<void> {
  for (const signal of [...(stopping.signals ?? ["SIGTERM"]), "SIGKILL"] as const) {
    if (!isRunning(recorded)) return;
    process.kill(recorded.pid, signal);
    const deadline = Date.now() + (stopping.patienceMs ?? 5000);
    while (isRunning(recorded) && Date.now() < deadline) await sleep(20);
  }
}

/**
 * Ends the child when this process dies, even of SIGKILL: a tiny shell holds the other end of a pipe that only
 * this process keeps open.
 */
export function endWithUs(child: ChildProcess, signal: "INT" | "TERM"): void {
  if (process.platform === "win32" || child.pid === undefined) return;
  const script = `read -r _; kill -${signal} "$1" 2>/dev/null`;
  const watch = spawn("/bin/sh", ["-c", script, "corridor-watch", String(child.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    cwd: "/",
  });
  watch.on("error", () => {});
  watch.unref();
  child.once("exit", () => watch.kill("SIGKILL"));
}
