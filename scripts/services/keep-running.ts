import { setTimeout as sleep } from "node:timers/promises";
import type { Say } from "./log.ts";
import { describeError } from "./run-command.ts";

type Running = { exited: Promise<string>; stop(): Promise<void> };

const SHORTEST_MS = 500;
const LONGEST_MS = 30_000;
const CALM_MS = 60_000;

/**
 * Starts a part again whenever it ends by itself, waiting longer each time until it has run for a minute, and no
 * more once `until` is aborted. Returns how to stop it for good.
 */
export function keepRunning(args: {
  name: string;
  running: Running;
  start: () => Promise<Running>;
  until: AbortSignal;
  say: Say;
}): () => Promise<void> {
  const stopped = new AbortController();
  const signal = AbortSignal.any([stopped.signal, args.until]);
  let running: Running | undefined = args.running;

  const watch = async (): Promise<void> => {
    let wait = SHORTEST_MS;
    while (!signal.aborted) {
      const since = Date.now();
      const how = running ? await running.exited : "did not start";
      if (signal.aborted) return;
      if (Date.now() - since > CALM_MS) wait = SHORTEST_MS;
      args.say(`${args.name} ${how}: starting it again in ${wait / 1000} s.`);
      await sleep(wait, undefined, { signal }).catch(() => {});
      wait = Math.min(wait * 2, LONGEST_MS);
      if (signal.aborted) return;
      running = await args.start().catch((error) => {
        args.say(`${args.name} did not start: ${describeError(error)}`);
        return undefined;
      });
      if (running) args.say(`${args.name} is running again.`);
    }
  };
  const watching = watch();

  return async () => {
    stopped.abort();
    await running?.stop();
    await watching;
    // A start that was under way when we were told to stop has only now come to its end.
    await running?.stop();
  };
}
