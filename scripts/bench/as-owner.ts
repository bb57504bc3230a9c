import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** Runs what the application's own role may not: it defines nothing and gathers no statistics. */
export async function asOwner(ownerUrl: string, statements: readonly SQL[]): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const db = drizzle(client);
  try {
    for (const statement of statements) await db.execute(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}
