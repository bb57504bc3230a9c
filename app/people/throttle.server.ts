import { createHash } from "node:crypto";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "#db/client.server.ts";
import { rateLimits } from "#db/schema/people.server.ts";

const quarterOfAnHour = 15 * 60;

function limiter(keyPrefix: string, points: number, duration: number): RateLimiterDrizzle {
  return new RateLimiterDrizzle({ storeClient: db, schema: rateLimits, keyPrefix, points, duration });
}

/** Tries at an account that nobody has to wait between: slips of the hand. */
const freeTries = 3;

/** From then on each try is waited for twice as long as the one before it: a second, two, four, up to a minute. */
const pause = limiter("sign-in-pause", 1, 1);
const longestPause = 60;

const limiters = {
  /** Sign-in attempts at one account. */
  account: limiter("sign-in-account", 10, quarterOfAnHour),
  /** Sign-in attempts from one address: staff share one, so it is wide. */
  address: limiter("sign-in-address", 100, quarterOfAnHour),
  /** Files of insights that one person takes out. */
  export: limiter("export", 10, 60 * 60),
  /** Links to set a new password, asked for one account. */
  reset: limiter("password-reset", 5, 2 * quarterOfAnHour),
} as const;

type Counted = keyof typeof limiters;

// Keys are hashed: the table holds no addresses of people or machines.
function keyOf(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}

/** Counts one attempt, or one file taken out; tells how many seconds to wait when there were too many or they came too fast, else undefined. */
export async function countAttempt(counted: Counted, subject: string): Promise<number | undefined> {
  const key = keyOf(subject);
  // Too fast is no try: nobody looks at the password, and whoever is impatient does not use up the ten.
  const tooFast = counted === "account" ? await countPause(key) : undefined;
  return tooFast ?? (await consume(limiters[counted], key));
}

async function countPause(key: string): Promise<number | undefined> {
  const { consumedPoints: tries = 0 } = (await limiters.account.get(key)) ?? {};
  if (tries < freeTries || tries >= limiters.account.points) return undefined;
  return consume(pause, key, Math.min(2 ** (tries - freeTries), longestPause));
}

async function consume(
  counted: RateLimiterDrizzle,
  key: string,
  customDuration?: number,
): Promise<number | undefined> {
  try {
    await counted.consume(key, 1, customDuration ? { customDuration } : {});
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}

/** Forgets the attempts counted so far, after one that was right. */
export async function forgetAttempts(counted: Counted, subject: string): Promise<void> {
  await Promise.all([limiters[counted].delete(keyOf(subject)), pause.delete(keyOf(subject))]);
}
