import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { projectFolder } from "#scripts/services/data-folder.ts";
import type { ServiceNews } from "#scripts/services/run-service.ts";
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
    stdio: ["ignore", onLog ? "pipe" : "ignore", "pipe", "ipc"],
  });
  if (onLog) child.stdout?.setEncoding("utf8").on("data", onLog);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  onTestFinished(stop);
  return { process: child, origin: await whenReady(child), stop };
}

/** Where a service of ours answers, once it says so. */
export async function whenReady(child: ChildProcess): Promise<string> {
  const news = await firstMessage<ServiceNews>(child);
  if ("failed" in news) throw new Error(`the service did not start: ${news.failed}`);
  return `http://127.0.0.1:${news.port}`;
}

/** What a child says first. One that ends without a word is told of at once, with what it printed where that comes to us. */
export function firstMessage<News>(child: ChildProcess): Promise<News> {
  let printed = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  return new Promise((resolve, reject) => {
    child.once("message", (news) => {
      child.stderr?.pipe(process.stderr);
      resolve(news as News);
    });
    child.once("error", reject);
    child.once("close", (code, signal) =>
      reject(new Error(`the process ended with ${code ?? signal} before it said anything. ${printed}`)),
    );
  });
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
