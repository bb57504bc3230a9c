import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 random bits, held by a browser or a program alone. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret. The secret is random, so a plain digest is enough. */
export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
