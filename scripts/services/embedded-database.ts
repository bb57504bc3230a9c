import { type ChildProcess, spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endWithUs, mayBeHurried, stopChild, whenExited } from "./child-process.ts";
import { makeDatabaseFiles, programEnvironment, readPidFile, stopLeftOver } from "./database-files.ts";
import { type DatabasePlace, findDatabasePlace } from "./database-place.ts";
import { type DatabaseAddresses, databaseAddresses, makeRolesAndDatabase } from "./database-roles.ts";
import type { Say } from "./log.ts";
import { lastLogLine, openLogFile } from "./log-file.ts";
import { findFreePort } from "./ports.ts";
import { readOrMakeSecrets } from "./secrets.ts";

export type EmbeddedDatabase = DatabaseAddresses & {
  port: number;
  pid: number;
  /** Resolves when the database has ended, however that came, saying how. */
  exited: Promise<string>;
  stop(): Promise<void>;
};

// A killed database's own processes may take a while to go, and it does not start beside them.
const ATTEMPTS = 6;
const READY_WITHIN_MS = 120_000;

/**
 * Starts the packaged PostgreSQL on this data folder, making its files, roles and database the first time.
 * Without `durable` nothing is forced to disk: for tests, whose data may vanish with the machine, though not with a
 * killed process.
 */
export async function startEmbeddedDatabase(args: {
  dataFolder: string;
  durable: boolean;
  port?: number;
  log: Say;
}): Promise<EmbeddedDatabase> {
  const secrets = readOrMakeSecrets(args.dataFolder);
  const place = findDatabasePlace({ dataFolder: args.dataFolder, say: args.log });
  const files = await makeDatabaseFiles({ place, password: secrets.superPassword, durable: args.durable });
  await stopLeftOver(files, args.log);

  const { child, port } = await startOnFreePort({ ...args, place, files });
  const addresses = databaseAddresses(port, secrets);
  const stop = (): Promise<void> => stopChild(child, { signals: ["SIGINT", "SIGQUIT"], patienceMs: 10_000 });
  try {
    await makeRolesAndDatabase(addresses.superUrl, secrets);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...addresses, port, pid: child.pid as number, exited: whenExited(child), stop };
}

type Starting = {
  dataFolder: string;
  durable: boolean;
  port?: number;
  place: DatabasePlace;
  files: string;
};

/** A port found free may be taken before the database listens on it: then another is tried. */
async function startOnFreePort(starting: Starting): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort(starting.port);
    const log = openLogFile(starting.dataFolder, "postgres");
    const child = spawnDatabase(starting, port, log.descriptor);
    closeSync(log.descriptor);
    if (await becomesReady(child, starting.files)) return { child, port };
    if (attempt === ATTEMPTS) {
      throw new Error(
        `The embedded database did not start: ${lastLogLine(log.path)} (all of it is in ${log.path})`,
      );
    }
    await sleep(300 * attempt);
  }
}

function spawnDatabase(starting: Starting, port: number, log: number): ChildProcess {
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
    ...(starting.durable
      ? []
      : ["fsync=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"]),
  ];
  const options = ["-D", starting.files, ...settings.flatMap((setting) => ["-c", setting])];
  // Its own session: a Ctrl-C typed at us must not stop the database before those who use it.
  const child = spawn(join(starting.place.binaries, "postgres"), options, {
    stdio: ["ignore", log, log],
    detached: true,
    env: programEnvironment,
    cwd: "/",
    uid: starting.place.user?.uid,
    gid: starting.place.user?.gid,
  });
  child.on("error", () => {});
  mayBeHurried(child, "SIGQUIT");
  endWithUs(child, "INT");
  return child;
}

async function becomesReady(child: ChildProcess, files: string): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const state = readPidFile(files);
    if (state?.pid === child.pid && state.status === "ready") return true;
    await sleep(10);
  }
  await stopChild(child, { signals: ["SIGINT", "SIGQUIT"] });
  return false;
}
