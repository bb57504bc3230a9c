import { spawn } from "node:child_process";
import { join } from "node:path";
import type { PrepareNews } from "#scripts/prepare.ts";
import { whenExited } from "./child-process.ts";
import { projectFolder } from "./data-folder.ts";
import type { ServiceAddresses } from "./instance-record.ts";
import type { Say } from "./log.ts";

type Prepared = { demonstration: boolean; firstRun: string | undefined };

/** Migrates, makes keys and fills an empty embedded library, in a process of its own that ends when it is done. */
export async function prepareInstance(args: {
  services: ServiceAddresses;
  dev: boolean;
  env: NodeJS.ProcessEnv;
  say: Say;
  signal: AbortSignal;
  /** Nobody wants the demonstration, even where it is usual. */
  empty?: boolean;
  /** Make the link with which whoever has the terminal sets an empty library up. */
  firstRun?: boolean;
}): Promise<Prepared> {
  const { services, dev, env, say, signal, empty, firstRun } = args;
  const script = dev ? join("scripts", "prepare.ts") : join("build", "server", "prepare.js");
  const options = [
    ...(services.embedded ? ["--embedded"] : []),
    ...(empty ? ["--empty"] : []),
    ...(firstRun ? ["--first-run"] : []),
  ];
  const child = spawn(process.execPath, [script, ...options], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...env,
      MIGRATION_DATABASE_URL: services.ownerUrl,
      ...(services.masterKey && { MEILISEARCH_MASTER_KEY: services.masterKey }),
    },
    cwd: projectFolder,
    detached: true,
    signal,
  });
  let prepared: Prepared | undefined;
  let failure = "";
  child.on("error", (error) => {
    failure = error.message;
  });
  child.on("message", (news: PrepareNews) => {
    if ("line" in news) say(news.line);
    else if ("failed" in news) failure = news.failed;
    else prepared = news;
  });
  const how = await whenExited(child);
  if (!prepared) throw new Error(failure || `Preparing the database ${how}.`);
  return prepared;
}
