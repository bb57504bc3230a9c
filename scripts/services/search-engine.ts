import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  bareEnvironment,
  endWithUs,
  mayBeHurried,
  type RecordedProcess,
  recordProcess,
  stopChild,
  stopRecorded,
  whenExited,
} from "./child-process.ts";
import type { Say } from "./log.ts";
import { lastLogLine, openLogFile } from "./log-file.ts";
import { findFreePort } from "./ports.ts";
import { writePrivateFile } from "./private-file.ts";
import { findSearchEngineBinary } from "./search-engine-binary.ts";

export type SearchEngine = {
  url: string;
  masterKey: string;
  port: number;
  pid: number;
  /** Resolves when the engine has ended, however that came, saying how. */
  exited: Promise<string>;
  stop(): Promise<void>;
};

type Starting = { dataFolder: string; masterKey: string; port?: number; log: Say };

const ATTEMPTS = 3;
const READY_WITHIN_MS = 60_000;

/** Starts Meilisearch on this data folder; undefined where there is none for this machine or MEILISEARCH is off. */
export async function startSearchEngine(starting: Starting): Promise<SearchEngine | undefined> {
  if (process.env.MEILISEARCH === "off") return undefined;
  const binary = await findSearchEngineBinary();
  if (!binary) return undefined;

  const folder = join(starting.dataFolder, "meilisearch");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const record = join(folder, "process.json");
  await stopLeftOver(record, starting.log);

  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort(starting.port);
    const log = openLogFile(starting.dataFolder, "meilisearch");
    const child = spawnEngine({ binary, folder, port, masterKey: starting.masterKey, log: log.descriptor });
    closeSync(log.descriptor);
    if (child.pid !== undefined) writePrivateFile(record, JSON.stringify(recordProcess(child.pid) ?? null));
    if (await becomesReady(child, port)) return describe(child, port, starting.masterKey, record);
    await stopChild(child);
    if (attempt === ATTEMPTS) {
      throw new Error(`Meilisearch did not start: ${lastLogLine(log.path)} (all of it is in ${log.path})`);
    }
  }
}

function describe(child: ChildProcess, port: number, masterKey: string, record: string): SearchEngine {
  const stop = async (): Promise<void> => {
    await stopChild(child);
    rmSync(record, { force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  return { url, masterKey, port, pid: child.pid as number, exited: whenExited(child), stop };
}

function spawnEngine(args: {
  binary: string;
  folder: string;
  port: number;
  masterKey: string;
  log: number;
}): ChildProcess {
  const options = [
    ["--db-path", join(args.folder, "data.ms")],
    ["--dump-dir", join(args.folder, "dumps")],
    ["--snapshot-dir", join(args.folder, "snapshots")],
    ["--http-addr", `127.0.0.1:${args.port}`],
    ["--env", "production"],
    // Left to itself it takes what the machine has, and is five times slower to make a document searchable.
    ["--max-indexing-memory", "256MiB"],
    ["--log-level", "WARN"],
    ["--no-analytics"],
  ];
  const child = spawn(args.binary, options.flat(), {
    stdio: ["ignore", args.log, args.log],
    detached: true,
    env: bareEnvironment({
      PATH: "/usr/bin:/bin",
      HOME: args.folder,
      // The key goes by the environment: arguments are open to every user of the machine.
      MEILI_MASTER_KEY: args.masterKey,
      ...withoutCertificates(args.folder),
    }),
    cwd: args.folder,
  });
  child.on("error", () => {});
  mayBeHurried(child, "SIGKILL");
  endWithUs(child, "TERM");
  return child;
}

/**
 * For each federated question the engine reads all certificates the machine trusts, 4 ms of its time, in case it should
 * ask an engine elsewhere. Ours never asks anybody: it is shown an empty place.
 */
function withoutCertificates(folder: string): { SSL_CERT_DIR: string; SSL_CERT_FILE: string } {
  const place = join(folder, "no-certificates");
  const file = join(place, "none.pem");
  mkdirSync(place, { recursive: true, mode: 0o700 });
  writePrivateFile(file, "");
  return { SSL_CERT_DIR: place, SSL_CERT_FILE: file };
}

async function becomesReady(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    if (await isHealthy(`http://127.0.0.1:${port}`)) return true;
    await sleep(15);
  }
  return false;
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const headers = { "accept-encoding": "identity", connection: "close" };
    const answer = await fetch(`${url}/health`, { headers, signal: AbortSignal.timeout(1000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function stopLeftOver(record: string, log: Say): Promise<void> {
  let left: RecordedProcess | null;
  try {
    left = JSON.parse(readFileSync(record, "utf8"));
  } catch {
    return;
  }
  if (left && recordProcess(left.pid)?.identity === left.identity) {
    log("Stopping the Meilisearch that an earlier run left behind.");
    await stopRecorded(left);
  }
}
