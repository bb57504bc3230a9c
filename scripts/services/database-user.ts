import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

export type SystemUser = { name: string; uid: number; gid: number };

/**
 * Whom the embedded database runs as. PostgreSQL refuses to run as root, so root lends it an unprivileged user:
 * whoever owns the data already, else `postgres`, made where it can be, else `nobody`. Others run it as themselves.
 */
export function findDatabaseUser(existingData: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return findOwner(existingData) ?? findUser("postgres") ?? makeUser("postgres") ?? requireUser("nobody");
}

function findOwner(folder: string): SystemUser | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { name: `user ${stat.uid}`, uid: stat.uid, gid: stat.gid } : undefined;
}

function findUser(name: string): SystemUser | undefined {
  const uid = readId("-u", name);
  const gid = readId("-g", name);
  return uid && gid ? { name, uid, gid } : undefined;
}

function makeUser(name: string): SystemUser | undefined {
  const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  spawnSync("useradd", [...options, name], { stdio: "ignore" });
  return findUser(name);
}

function requireUser(name: string): SystemUser {
  const user = findUser(name);
  if (!user)
    throw new Error("The embedded database cannot run as root, and no other user could be found or made.");
  return user;
}

function readId(flag: string, name: string): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}

/** Whether the user may do all this with a file or folder: r, w, x as `test` knows them. Asked of the system, as that user. */
export function canUse(user: SystemUser, path: string, rights: ("r" | "w" | "x")[]): boolean {
  const script = rights.map((right) => `test -${right} "$1"`).join(" && ");
  const { uid, gid } = user;
  return (
    spawnSync("/bin/sh", ["-c", script, "sh", path], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0
  );
}
