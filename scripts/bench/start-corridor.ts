import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceAddresses } from "../services/instance-record.ts";
import { findFreePort } from "../services/ports.ts";
import { serviceEnvironment } from "../services/service-environment.ts";
import { type StartedService, startService } from "../services/start-service.ts";
import { ask } from "./ask.ts";
import { quantile } from "./compare.ts";

export type Corridor = { port: number; startSeconds: number; stop(): Promise<void> };

type Starting = { addresses: ServiceAddresses; folder: string; sessionToken: string };

const starts = 3;

/** One person asks and posts in a minute what a whole library does in a day. */
const nobodyWaits = {
  REQUESTS_PER_MINUTE: "1000000",
  WRITES_PER_MINUTE: "1000000",
  SEARCHES_PER_MINUTE: "1000000",
  KEYSTROKES_PER_SECOND: "1000000",
};

/** Starts web server and worker from the build, as in production; the web server three times, to time it. */
export async function startCorridor({ addresses, folder, sessionToken }: Starting): Promise<Corridor> {
  const settings = { ...nobodyWaits, HOST: "127.0.0.1", LOG_LEVEL: "info" };
  const env = { ...serviceEnvironment(addresses, { dev: false, dataFolder: folder }), ...settings };
  const running: StartedService[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((service) => service.stop()));
  };
  try {
    running.push(await startService({ script: "worker", dev: false, env, dataFolder: folder }));
    const seconds: number[] = [];
    for (let at = 1; ; at++) {
      const port = await findFreePort();
      const began = performance.now();
      const webEnv = { ...env, PORT: String(port) };
      const web = await startService({ script: "serve", dev: false, env: webEnv, dataFolder: folder });
      running.push(web);
      await firstPage(port, sessionToken);
      seconds.push((performance.now() - began) / 1_000);
      if (at === starts) return { port, startSeconds: quantile(seconds, 0.5), stop };
      await web.stop();
      running.pop();
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

async function firstPage(port: number, sessionToken: string): Promise<void> {
  for (;;) {
    const answer = await ask({ port, path: "/", headers: { cookie: `sid=${sessionToken}` } });
    if (answer.status === 200) return;
    if (answer.status < 500) throw new Error(`the first page answered ${answer.status}`);
    await sleep(10);
  }
}
