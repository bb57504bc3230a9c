import { once } from "node:events";
import { hurryChildren } from "./child-process.ts";
import type { Say } from "./log.ts";

const SAME_KEY_MS = 1000;

/** Aborted by the first Ctrl-C, SIGTERM or end of the terminal; a later one leaves the children no time to finish. */
export function onInterrupt(say: Say): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const hear = (): void => {
    if (!controller.signal.aborted) {
      first = Date.now();
      say("Stopping. Ctrl-C again stops everything at once.");
      controller.abort();
      return;
    }
    // One Ctrl-C comes twice: from the terminal, and from npm, which passes on its own.
    if (Date.now() - first < SAME_KEY_MS) return;
    say("Stopping at once.");
    hurryChildren();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, hear);
  if (process.env.npm_lifecycle_event) whenParentEnds(hear);
  return controller.signal;
}

/** npm runs us through a shell. A SIGTERM for npm ends the two of them and never comes to us. */
function whenParentEnds(hear: () => void): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    hear();
  }, 300);
  look.unref();
}

export async function whenAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}
