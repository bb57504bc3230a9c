/** Runs a command-line tool to its end. What goes wrong is said in words, and the exit code is 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  // Whoever listened may have gone (a closed terminal, `| head`): that is no reason to stop half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    await work();
  } catch (error) {
    console.error(describeError(error));
    process.exitCode = 1;
  }
}

/** An error's own words; its stack as well where LOG_LEVEL=debug asks for it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.LOG_LEVEL === "debug") return error.stack ?? error.message;
  // Wrapped errors (a failed query, a failed fetch) say less than what is inside.
  if (error.cause instanceof Error) return describeError(error.cause);
  const first = error instanceof AggregateError ? error.errors[0] : undefined;
  const { code } = error as NodeJS.ErrnoException;
  return error.message || (first instanceof Error ? first.message : undefined) || code || error.name;
}
