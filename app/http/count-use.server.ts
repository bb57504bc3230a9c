import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "../env.server.ts";

export type Use = "requests" | "writes" | "searches" | "keystrokes" | "files" | "feeds" | "guesses";

// In memory, so that no page waits for a row to be written: each web process counts what it answers itself.
let limiters: Record<Use, RateLimiterMemory> | undefined;

function limiterOf(use: Use): RateLimiterMemory {
  limiters ??= {
    requests: limiter(env().REQUESTS_PER_MINUTE, 60),
    writes: limiter(env().WRITES_PER_MINUTE, 60),
    searches: limiter(env().SEARCHES_PER_MINUTE, 60),
    // A page may show a few of them on every card.
    files: limiter(10 * env().REQUESTS_PER_MINUTE, 60),
    // A program asks every few minutes; one that asks every second is broken.
    feeds: limiter(Math.ceil(env().REQUESTS_PER_MINUTE / 10), 60),
    // Keys that are none, by the address they come from.
    guesses: limiter(Math.ceil(env().REQUESTS_PER_MINUTE / 10), 60),
    keystrokes: limiter(env().KEYSTROKES_PER_SECOND, 1),
  };
  return limiters[use];
}

function limiter(points: number, duration: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration });
}

/** Counts these uses of one person's, whichever browsers and keys they come by; seconds to wait when one is too many. */
export async function countUses(personId: string, uses: readonly Use[]): Promise<number | undefined> {
  const waits = await Promise.all(uses.map((use) => consume(limiterOf(use), personId)));
  const longest = Math.max(...waits.map((wait) => wait ?? 0));
  return longest > 0 ? longest : undefined;
}

async function consume(counted: RateLimiterMemory, personId: string): Promise<number | undefined> {
  try {
    await counted.consume(personId);
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}
