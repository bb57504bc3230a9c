import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { log } from "../log.server.ts";

/** Logs what pg-boss says went wrong. It tells of some errors by a copy of what is in them. */
export function logQueueTrouble(who: string, told: Error & { code?: string }): void {
  const { code, message, stack } = told;
  const error = told instanceof Error ? told : Object.assign(new Error(message), { code, stack });
  if (isDatabaseUnavailable(error)) log().warn(`${who} waits for the database`);
  else log().error({ err: error }, `${who} had an error`);
}
