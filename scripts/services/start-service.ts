import { type ChildProcess, spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { join } from "node:path";
import { mayBeHurried, stopChild, whenExited } from "./child-process.ts";
import { projectFolder } from "./data-folder.ts";
import { lastLogLine, openLogFile } from "./log-file.ts";
import { type Program, withMemoryHabits } from "./memory-habits.ts";
import type { ServiceNews } from "./run-service.ts";

export type StartedService = { port?: number; exited: Promise<string>; stop(): Promise<void> };

const READY_WITHIN_MS = 60_000;

/** Starts the web server or the worker as a process of its own and waits until it says that it is ready. */
export async function startService(args: {
  script: Program;
  /** From the sources, with hot reload; else from the build. */
  dev: boolean;
  env: NodeJS.ProcessEnv;
  /** Its output goes to a log file in this data folder; without one, to where ours goes. */
  dataFolder?: string;
}): Promise<StartedService> {
  const log = args.dataFolder ? openLogFile(args.dataFolder, args.script) : undefined;
  const output = log?.descriptor ?? "inherit";
  const env = args.dev ? args.env : withMemoryHabits(args.env, args.script);
  const child = spawn(
    process.execPath,
    args.dev
      ? [join("scripts", `${args.script}.ts`), "--dev"]
      : [join("build", "server", `${args.script}.js`)],
    // Its own session: a Ctrl-C typed at us is ours to pass on, in order. It ends when the channel closes.
    { stdio: ["ignore", output, output, "ipc"], env, cwd: projectFolder, detached: true },
  );
  if (log) closeSync(log.descriptor);
  mayBeHurried(child, "SIGKILL");
  try {
    const { port } = await becomesReady(child);
    return { port, exited: whenExited(child), stop: () => stopChild(child, { patienceMs: 25_000 }) };
  } catch (error) {
    await stopChild(child);
    const said = log ? lastLogLine(log.path) : "";
    throw error instanceof Error ? error : new Error(`it ${error}${said ? `, saying: ${said}` : ""}`);
  }
}

/** Rejects with an Error in the service's own words, or with how it ended when it said nothing. */
function becomesReady(child: ChildProcess): Promise<{ port?: number }> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject("was not ready within a minute"), READY_WITHIN_MS);
    child.once("error", reject);
    child.on("message", (news: ServiceNews) => {
      clearTimeout(late);
      if ("failed" in news) reject(new Error(news.failed));
      else resolve({ port: news.port });
    });
    void whenExited(child).then((how) => {
      clearTimeout(late);
      reject(how);
    });
  });
}
