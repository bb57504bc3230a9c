import pino, { type Logger } from "pino";
import { env } from "./env.server.ts";

let logger: Logger | undefined;

/** The one writer of logs: one JSON line a record, ids and counts only, never text, words searched or cookies. */
export function log(): Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  return logger;
}
