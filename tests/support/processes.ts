import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { projectFolder } from "#scripts/services/data-folder.ts";
import { clientOf } from "./client.ts";

export type OwnProcess = { process: ChildProcess; origin: string; stop(): Promise<void> };

type Started = {
  what: "serve" | "worker";
  env: Record<string, string>;
  /** Told what it writes on standard output. */
  onLog?: (text: string) => void;
};

/** The built web server or worker as a process of its own, ready; ended with the test. */
export async function startProcess({ what, env, onLog }: Started): Promise<OwnProcess> {
  const child = fork(join(projectFolder, "build", "server", `${what}.js`), {
    env: { ...bare(), NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", ...env },
    stdio: ["ignore", onLog ? "pipe" : "ignore", "inherit", "ipc"],
  });
  if (onLog) child.stdout?.setEncoding("utf8").on("data", onLog);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  onTestFinished(stop);
  const [news] = (await once(child, "message")) as [{ port?: number; failed?: string }];
  if (news.failed) throw new Error(`${what} did not start: ${news.failed}`);
  return { process: child, origin: `http://127.0.0.1:${news.port}`, stop };
}

/** Runs one of `scripts/` to its end, with nothing set but what is given. */
export async function runCommandLine(
  name: string,
  { args = [], env }: { args?: string[]; env: Record<string, string> },
): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, [join("scripts", `${name}.ts`), ...args], {
    cwd: projectFolder,
    env: { NODE_ENV: "production", ...bare(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, said] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, said };
}

/** A browser without script that has signed in as a person does, by the form. */
export async function signedIn(origin: string, { email, password }: { email: string; password: string }) {
  const client = await clientOf({ origin });
  const answer = await client.post("/sign-in", { email, password });
  if (answer.status !== 302) throw new Error(`signing in was answered ${answer.status}`);
  return client;
}

function bare(): Record<string, string> {
  const kept = ["PATH", "HOME", "LANG", "TMPDIR", "MEILISEARCH_BIN", "SEARCH_WITHIN_MS"];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
