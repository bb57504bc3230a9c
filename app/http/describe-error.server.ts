export type ErrorDescription = {
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
