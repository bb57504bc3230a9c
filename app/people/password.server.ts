import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";

// OWASP's minimum for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Hashing is bounded so that a rush of sign-ins cannot starve every other page of processor and memory.
const atOnce = Math.min(4, Math.max(1, availableParallelism() - 1));
const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The argon2id hash to keep, in PHC form with its parameters. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), cost));
}

let unusable: Promise<string> | undefined;

/** Checks a password in the same time whether or not there is a hash to check it against. */
export async function passwordMatches(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  unusable ??= hashPassword("nobody has this password");
  const stored = passwordHash ?? (await unusable);
  const matches = await inTurn(() => verify(stored, password.normalize("NFC")));
  return matches && Boolean(passwordHash);
}
