import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { processIdentity } from "#scripts/bootstrap/process-identity.mjs";
import { bareEnvironment, stopRecorded, whenExited } from "./child-process.ts";
import type { DatabasePlace } from "./database-place.ts";
import type { Say } from "./log.ts";

/** What the database's own programs are started with: nothing of ours but a path and a neutral language. */
export const programEnvironment = bareEnvironment({ PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" });

/** Makes the database's files when there are none. They appear under their name only when they are whole. */
export async function makeDatabaseFiles(args: {
  place: DatabasePlace;
  password: string;
  durable: boolean;
}): Promise<string> {
  const { place, password, durable } = args;
  const files = join(place.folder, "postgres");
  if (existsSync(join(files, "PG_VERSION"))) return files;

  const draft = join(place.folder, `postgres.${process.pid}.new`);
  const passwordFile = `${draft}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.user) {
    for (const path of [draft, passwordFile]) chownSync(path, place.user.uid, place.user.gid);
  }
  try {
    await runInitdb(place, draft, passwordFile, durable);
    renameSync(draft, files);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
  return files;
}

async function runInitdb(
  place: DatabasePlace,
  files: string,
  passwordFile: string,
  durable: boolean,
): Promise<void> {
  const options = ["-D", files, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  // Sorting by bytes, yet upper and lower case of every alphabet: an accented name is found in either case.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  const sync = durable ? [] : ["--no-sync"];
  const initdb = spawn(
    join(place.binaries, "initdb"),
    [...options, ...locale, ...sync, "--no-instructions"],
    {
      stdio: ["ignore", "ignore", "pipe"],
      env: programEnvironment,
      cwd: "/",
      uid: place.user?.uid,
      gid: place.user?.gid,
    },
  );
  let complaint = "";
  initdb.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const failed = new Promise<never>((_, reject) => initdb.once("error", reject));
  await Promise.race([whenExited(initdb), failed]);
  if (initdb.exitCode !== 0) throw new Error(`The database's files could not be made: ${complaint.trim()}`);
}

type PidFile = { pid: number; status: string | undefined };

export function readPidFile(files: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(files, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() } : undefined;
  } catch {
    return undefined;
  }
}

/** Stops the database that a killed run left behind in these files, and only that one. */
export async function stopLeftOver(files: string, say: Say): Promise<void> {
  const left = readPidFile(files);
  const identity = left && processIdentity(left.pid);
  if (!left || !identity) return;
  if (isDatabaseOn(files, left.pid)) {
    say("Stopping the database that an earlier run left behind.");
    await stopRecorded({ pid: left.pid, identity }, { signals: ["SIGINT", "SIGQUIT"] });
    return;
  }
  disownPidFile(files);
}

function isDatabaseOn(files: string, pid: number): boolean {
  if (process.platform !== "linux") return true;
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  return command[0]?.endsWith("postgres") === true && command.includes(files);
}

/**
 * The pid in the file has gone to some other program, and PostgreSQL would refuse to start for it. It takes its
 * parent's pid for a stale one and still checks the shared memory named below it, which deleting the file would skip.
 */
function disownPidFile(files: string): void {
  const path = join(files, "postmaster.pid");
  const [, ...rest] = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, [process.pid, ...rest].join("\n"));
  chmodSync(path, 0o600);
}
