import { setFlagsFromString } from "node:v8";

export type Program = "serve" | "worker";

/**
 * Left to itself V8 measures its heap by the whole machine: on one of 24 GB it leaves hundreds of megabytes of garbage
 * lying, for no gain in speed that could be measured. What is young may take this much before it is looked through...
 */
const youngMegabytes: Record<Program, number> = { serve: 8, worker: 4 };
/** ...and what is old is looked through whenever it has grown by this much since the last time: at 40, a tenth of serve's time. */
const growthPercent: Record<Program, number> = { serve: 100, worker: 40 };

/** Threads beside our own that compile and collect. Each takes memory for what it works on; left alone they are four. */
const threads = 2;

/** What the C library takes for itself beside V8's heap, in so many places: left alone it is eight for each core. */
const arenas = "1";

/** The environment for one of our processes: our habits, and after them whatever the operator says. */
export function withMemoryHabits(env: NodeJS.ProcessEnv, program: Program): NodeJS.ProcessEnv {
  const ours = `--max-semi-space-size=${youngMegabytes[program]} --v8-pool-size=${threads}`;
  return {
    ...env,
    NODE_OPTIONS: `${ours} ${env.NODE_OPTIONS ?? ""}`.trim(),
    MALLOC_ARENA_MAX: env.MALLOC_ARENA_MAX ?? arenas,
  };
}

/**
 * The first thing one of our processes does. Started by hand it may have to begin anew, in its own place and under its
 * own number, because the size of the young generation is read before any script.
 */
export function takeMemoryHabits(program: Program): void {
  const said = [process.env.NODE_OPTIONS ?? "", ...process.execArgv].join(" ");
  if (!/--(max-old-space-size|max-heap-size|heap-growing-percent)/.test(said)) {
    setFlagsFromString(`--heap-growing-percent=${growthPercent[program]}`);
  }
  // Whoever holds a channel to this process has started it with `withMemoryHabits`, or as a test wants it.
  if (/--max-semi-space-size/.test(said) || process.channel || process.platform === "win32") return;
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, again, withMemoryHabits(process.env, program));
}
