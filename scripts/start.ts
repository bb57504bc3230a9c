import { relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildIfStale } from "./services/build-if-stale.ts";
import { openDataFolder } from "./services/data-folder.ts";
import { everything } from "./services/everything.ts";
import {
  claimInstance,
  type InstanceClaim,
  type InstanceRecord,
  type ServiceAddresses,
} from "./services/instance-record.ts";
import { onInterrupt, whenAborted } from "./services/interruption.ts";
import { keepRunning } from "./services/keep-running.ts";
import { type OwnPart, openServices } from "./services/open-services.ts";
import { findFreePort, isPortFree } from "./services/ports.ts";
import { prepareInstance } from "./services/prepare-instance.ts";
import { describeError, runCommand } from "./services/run-command.ts";
import { serviceEnvironment } from "./services/service-environment.ts";
import { type OperatorSettings, readSettings, requireMasterKey } from "./services/settings.ts";
import { startService } from "./services/start-service.ts";

const dev = process.argv.includes("--dev");
/** No demonstration: an empty library, for somebody to make their own. */
const empty = process.argv.includes("--empty");
const began = Date.now();

/** What is running by now, to be stopped in the opposite order. */
const stops: (() => Promise<void> | void)[] = [];

await runCommand(async () => {
  const settings = readSettings();
  requireMasterKey(settings);
  const dataFolder = openDataFolder();
  const claimed = await claimInstance(dataFolder, "start");
  if ("holder" in claimed) throw new Error(describeHolder(claimed.holder, dataFolder));
  stops.push(() => claimed.claim.release());

  const interrupted = onInterrupt(say);
  try {
    await start({ settings, dataFolder, claim: claimed.claim, interrupted });
    await whenAborted(interrupted);
  } catch (error) {
    if (!interrupted.aborted) throw error;
  } finally {
    for (const stop of stops.reverse()) await stop();
    if (interrupted.aborted) say("Everything is stopped.");
  }
});

type Starting = {
  settings: OperatorSettings;
  dataFolder: string;
  claim: InstanceClaim;
  interrupted: AbortSignal;
};

async function start({ settings, dataFolder, claim, interrupted }: Starting): Promise<void> {
  const port = await choosePort(settings);
  say(settings.DATABASE_URL ? "Starting, on the database of DATABASE_URL." : "Starting the database.");
  const [{ addresses }] = await everything([
    openServices({ dataFolder, settings, log: say }).then((services) => {
      const prepare = { services: services.addresses, dataFolder, signal: interrupted };
      for (const part of services.own) keep(mintingKeys(part, prepare), interrupted);
      return services;
    }),
    dev ? Promise.resolve() : buildIfStale({ log: say, signal: interrupted }),
  ]);
  interrupted.throwIfAborted();
  if (!addresses.meilisearchUrl) say("There is no Meilisearch here: search answers from PostgreSQL.");

  const env = serviceEnvironment(addresses, { dev, dataFolder });
  const { demonstration, firstRun } = await prepareInstance({
    services: addresses,
    empty,
    firstRun: true,
    dev,
    env,
    say,
    signal: interrupted,
  });
  claim.update({ services: addresses });
  say("The database is ready.");

  const showsDemonstration = demonstration && isLoopback(settings.HOST);
  const webEnv = {
    ...env,
    PORT: String(port),
    HOST: settings.HOST,
    CORRIDOR_DEMO: showsDemonstration ? "1" : "0",
  };
  const logs = dev ? undefined : dataFolder;
  await everything([
    launch("The web server", interrupted, () =>
      startService({ script: "serve", dev, env: webEnv, dataFolder: logs }),
    ),
    launch("The worker", interrupted, () => startService({ script: "worker", dev, env, dataFolder: logs })),
  ]);
  interrupted.throwIfAborted();

  const origin =
    settings.APP_ORIGIN ?? `http://${isLoopback(settings.HOST) ? "127.0.0.1" : settings.HOST}:${port}`;
  claim.update({ origin, services: addresses });
  say(`Corridor is ready at ${origin}`);
  if (showsDemonstration) sayWhoMaySignIn();
  if (firstRun)
    console.log(`\nNobody is here yet. Make this library yours: ${origin}/first-run/${firstRun}\n`);
  console.log(`Ctrl-C stops it. Data and logs are in ${relative(process.cwd(), dataFolder) || dataFolder}.`);
}

/** An engine that has lost its data has lost its keys with them: started again, it is prepared again. */
function mintingKeys(
  part: OwnPart,
  prepare: { services: ServiceAddresses; dataFolder: string; signal: AbortSignal },
): OwnPart {
  if (part.name !== "Meilisearch") return part;
  const start: OwnPart["start"] = async () => {
    const running = await part.start();
    try {
      const env = serviceEnvironment(prepare.services, { dev, dataFolder: prepare.dataFolder });
      await prepareInstance({ ...prepare, dev, env, say, empty });
      return running;
    } catch (error) {
      await running.stop();
      throw error;
    }
  };
  return { ...part, start };
}

/** Starts a part and keeps it running; says whose failure it is when it does not start. */
async function launch(name: string, until: AbortSignal, begin: OwnPart["start"]): Promise<void> {
  const running = await begin().catch((error) => {
    throw new Error(`${name} did not start: ${describeError(error)}`);
  });
  keep({ name, running, start: begin }, until);
}

function keep(part: OwnPart, until: AbortSignal): void {
  stops.push(keepRunning({ ...part, until, say }));
}

/** PORT, which must then be free; else 3000 or the next that is. */
async function choosePort({ PORT, HOST }: OperatorSettings): Promise<number> {
  if (!process.env.PORT || PORT === 0) return await findFreePort(process.env.PORT ? undefined : PORT);
  // Whoever stopped and started at once may still be letting go of it.
  for (let tries = 0; tries < 10; tries++) {
    if (await isPortFree(PORT, HOST)) return PORT;
    await sleep(100);
  }
  throw new Error(`PORT: ${PORT} is taken by another program`);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function describeHolder({ purpose, pid, origin }: InstanceRecord, dataFolder: string): string {
  if (purpose === "command")
    return `A command (process ${pid}) is using ${dataFolder}: try again when it is done.`;
  return `Corridor is already ${origin ? `running at ${origin}` : "starting"} (process ${pid}, data in ${dataFolder}).`;
}

function sayWhoMaySignIn(): void {
  const accounts = ["assistant", "liaison", "editor", "admin"].map((name) => `${name}@northmoor.example`);
  console.log(`\nDemonstration accounts: ${accounts.join(", ")}`);
  console.log("Password for each:      corridor-demo-library\n");
}

function say(line: string): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5);
  console.log(`${seconds} s  ${line}`);
}
