import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Quiet = {
  /** How often it is looked whether there is anything to do. */
  everyMs?: number;
  /** The processor time taken so far, in milliseconds. */
  worked?: () => number;
  collect?: () => void;
};

/** Busy is whoever worked for a larger share of the time, and silent for a smaller; and no more than this goes into tidying. */
const busyShare = 0.05;
const silentShare = 0.01;
const tidyingShare = 1 / 10;
/** A trickle of work has pauses: only where none has come for so long is it tidied amidst it. */
const patienceMs = 60_000;

/**
 * What a burst of work leaves behind lies about until V8 has been given as much again to do: on a quiet evening all
 * night. Once the process has had nothing to do for a while, or next to nothing for long, it is looked through, and what is free
 * goes back to the machine. That takes a tenth of a second, for which whoever asks for something just then has to wait.
 */
export function tidyWhenQuiet({
  everyMs = 2_000,
  worked = processorMs,
  collect = collector(),
}: Quiet = {}): () => void {
  let before = worked();
  // As if it had just taken fifty milliseconds: a start is a burst as well.
  let due = 50 / tidyingShare;
  let waitedMs = 0;
  const timer = setInterval(() => {
    const now = worked();
    const share = (now - before) / everyMs;
    before = now;
    waitedMs = share > busyShare ? 0 : waitedMs + everyMs;
    const isTime = share <= silentShare || waitedMs > patienceMs;
    if (share > busyShare || now < due || !isTime) return;
    waitedMs = 0;
    collect();
    before = worked();
    due = before + (before - now) / tidyingShare;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * V8's own, which a context has that is made while it is exposed. Any other flavour leaves the pages it finds half empty
 * as they are: of 150 MB with 50 in use it gave back none, and this one a hundred.
 */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: (how: object) => void = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  return () => collect({ type: "major", execution: "sync", flavor: "last-resort" });
}
