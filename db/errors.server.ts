import postgres from "postgres";

/** The PostgreSQL error behind whatever Drizzle wrapped around it, or undefined. */
export function databaseError(error: unknown): postgres.PostgresError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof postgres.PostgresError) return cause;
  }
  return undefined;
}

/** True when `error` is the refusal of a second row under the named unique constraint or index. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const cause = databaseError(error);
  return cause?.code === "23505" && cause.constraint_name === constraint;
}

/** True when trying the same transaction again may succeed: a serialisation failure or a deadlock. */
export function isRetryable(error: unknown): boolean {
  const code = databaseError(error)?.code;
  return code === "40001" || code === "40P01";
}

const connectionCodes = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "RESPONSE_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  // While another server takes over, its name and its address lead nowhere for a while.
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "POOL_TIMEOUT",
]);
// 57P01..03: shutting down; 53…: no connection, memory or room on the disk left; 58…: its machine fails; 57014: statement
// timeout; 25006: read-only; 55000: closed to connections.
const unavailableStates = /^(08|53|58|57P0[123]$|57014$|25006$|55000$)/;

/** True when the database could not be reached or could not do the work now: nothing was saved, trying later may help. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    if (connectionCodes.has(code) || unavailableStates.test(code)) return true;
  }
  return false;
}
