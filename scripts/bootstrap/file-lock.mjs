import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { processIdentity } from "./process-identity.mjs";

const HALF_WRITTEN_MS = 5000;

/**
 * Runs `work` while no other process holds the same lock file. A lock whose holder has died is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T> | T} work
 * @param {{ onWait?: (holderPid: number | undefined) => void }} [options]
 * @returns {Promise<T>}
 */
export async function withFileLock(path, work, { onWait } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryLock(path)) {
    if (!told) onWait?.(readHolder(path)?.pid);
    told = true;
    await sleep(100);
  }
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

function tryLock(path) {
  if (create(path)) return true;
  if (!isStale(path)) return false;
  removeStale(path);
  return create(path);
}

function create(path) {
  const holder = { pid: process.pid, identity: processIdentity(process.pid) };
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isStale(path) {
  const holder = readHolder(path);
  if (holder) return processIdentity(holder.pid) !== holder.identity;
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > HALF_WRITTEN_MS;
}

/** Two may find the same stale lock: the rename lets one of them have it, and a fresh lock caught by mistake goes back. */
function removeStale(path) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (isStale(aside)) rmSync(aside, { force: true });
    else renameSync(aside, path);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
