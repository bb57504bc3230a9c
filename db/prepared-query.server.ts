import { type Db, planned } from "./client.server.ts";

/**
 * One of Drizzle's queries, made, prepared and planned once for as long as the pool lives: making it anew takes longer
 * than running it, and so does planning it. What differs from one run to the next is a `sql.placeholder`, given its
 * value by name.
 */
export function preparedQuery<Rows>(
  make: (db: Db) => { execute(values?: Record<string, unknown>): Promise<Rows> },
): (values: Record<string, unknown>) => Promise<Rows> {
  let made: { db: Db; query: ReturnType<typeof make> } | undefined;
  return (values) => {
    const { db } = planned();
    if (made?.db !== db) made = { db, query: make(db) };
    return made.query.execute(values);
  };
}
