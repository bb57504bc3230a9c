import { createHash } from "node:crypto";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "#db/client.server.ts";
import { rateLimits } from "#db/schema/people.server.ts";

const quarterOfAnHour = 15 * 60;

function limiter(keyPrefix: string, points: number, duration: number): RateLimiterDrizzle {
  return new RateLimiterDrizzle({ storeClient: db, schema: rateLimits, keyPrefix, points, duration });
}

const limiters = {
  /** Sign-in attempts at one account. */
  account: limiter("sign-in-account", 10, quarterOfAnHour),
  /** Sign-in attempts from one address: staff share one, so it is wide. */
  address: limiter("sign-in-address", 100, quarterOfAnHour),
} as const;

type Counted = keyof typeof limiters;

// Keys are hashed: the table holds no addresses of people or machines.
function keyOf(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}

/** Counts one attempt; tells how many seconds to wait when there were too many, else undefined. */
export async function countAttempt(counted: Counted, subject: string): Promise<number | undefined> {
  try {
    await limiters[counted].consume(keyOf(subject));
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.ceil(refusal.msBeforeNext / 1000);
  }
}

/** Forgets the attempts counted so far, after one that was right. */
export async function forgetAttempts(counted: Counted, subject: string): Promise<void> {
  await limiters[counted].delete(keyOf(subject));
}
