import { pool } from "./client.server.ts";

/**
 * One of Drizzle's queries, made and prepared once for as long as the pool lives: making it anew takes longer than
 * running it. What differs from one run to the next is a `sql.placeholder`, given its value by name.
 */
export function preparedQuery<Rows>(
  make: () => { execute(values?: Record<string, unknown>): Promise<Rows> },
): (values: Record<string, unknown>) => Promise<Rows> {
  let made: { pool: object; query: ReturnType<typeof make> } | undefined;
  return (values) => {
    if (made?.pool !== pool()) made = { pool: pool(), query: make() };
    return made.query.execute(values);
  };
}
