import pino, { type Logger } from "pino";
import { env } from "./env.server.ts";

let logger: Logger | undefined;

/** The one writer of logs: one JSON line a record, ids and counts only, never text, words searched or cookies. */
export function log(): Logger {
  logger ??= pino(
    {
      level: env().LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      // An error may carry what somebody typed, in a statement's values or a row's detail.
      serializers: { err: describeError },
    },
    output(),
  );
  return logger;
}

const mostWaitingBytes = 1_000_000;

/**
 * Standard output, which may be a file on a disk that is full: then lines wait for room, and what is too much is dropped.
 * Left to itself the writer would take the process with it, or keep it from ever ending.
 */
function output(): ReturnType<typeof pino.destination> {
  const out = pino.destination({ maxLength: mostWaitingBytes });
  const { flushSync } = out;
  out.on("error", () => {
    out.flushSync = () => {};
  });
  out.on("write", () => {
    out.flushSync = flushSync;
  });
  return out;
}

type ErrorDescription = {
  name: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: ErrorDescription;
};

const longestMessage = 500;

/**
 * An error as the log may keep it. Drizzle puts a statement's values into its message and PostgreSQL a row's into
 * `detail`: those hold what people typed, so only the statement, the code and where it happened are kept.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: "not an Error" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    name: error.name,
    message: withoutValues(error.message),
    code,
    stack: framesOf(error.stack),
    cause: error.cause !== undefined && depth < 4 ? describeError(error.cause, depth + 1) : undefined,
  };
}

function withoutValues(message: string): string {
  const values = message.indexOf("\nparams:");
  return (values < 0 ? message : message.slice(0, values)).slice(0, longestMessage);
}

function framesOf(stack: string | undefined): string | undefined {
  const frames = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return frames?.length ? frames.join("\n") : undefined;
}
