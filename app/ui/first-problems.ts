type Issue = { path: readonly PropertyKey[]; message: string };

/** The first thing wrong with each field, in the order of the fields: what a form shows at them and in its summary. */
export function firstProblems({ issues }: { issues: readonly Issue[] }): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { path, message } of issues) problems[String(path[0])] ??= message;
  return problems;
}
