import { randomUUID } from "node:crypto";

/** A key for one form: pressed twice or sent again after a lost answer, it posts one insight. */
export function newIdempotencyKey(): string {
  return randomUUID();
}

/** The key a form or a request brought, if it can be one: 1 to 255 printable characters without spaces. */
export function readIdempotencyKey(sent: string | null | undefined): string | undefined {
  return sent && /^[!-~]{1,255}$/.test(sent) ? sent : undefined;
}
