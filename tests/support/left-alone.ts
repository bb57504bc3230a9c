import postgres from "postgres";
import { expect, vi } from "vitest";
import type { TestDatabase } from "./database.ts";

/**
 * Waits until nobody is connected to the database any more. A killed process's last statements may still be under way:
 * afterwards they are done or never will be. Our own connections are let go, and opened again when they are needed.
 */
export async function untilLeftAlone({ name, superUrl }: TestDatabase): Promise<void> {
  const { closeSender } = await import("#app/events/sender.server.ts");
  const { closeDb } = await import("#db/client.server.ts");
  await closeSender();
  await closeDb();
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    await vi.waitFor(
      async () =>
        expect(
          await sql`select pid, application_name, query from pg_stat_activity
            where datname = ${name} and backend_type = 'client backend' and pid <> pg_backend_pid()`,
        ).toEqual([]),
      { timeout: 60_000, interval: 20 },
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}
