import { createHash, randomBytes } from "node:crypto";

/** A session's secret: 256 random bits, held by the browser alone. */
export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a session's secret. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
