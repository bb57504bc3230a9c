import postgres from "postgres";
import { afterAll, expect, vi } from "vitest";
import type { TestDatabase } from "./database.ts";

/** Connections beside the application's, to hold locks by, and whether somebody waits for one. */
export function useConnectionBeside({ name, superUrl }: TestDatabase): {
  beside: postgres.Sql;
  untilWaiting(backends: number): Promise<void>;
} {
  const beside = postgres(superUrl, { max: 2, onnotice: () => {} });
  afterAll(() => beside.end({ timeout: 5 }));
  async function untilWaiting(backends: number): Promise<void> {
    await vi.waitFor(
      async () => {
        const [row] = await beside`select count(*)::int as waiting from pg_stat_activity
          where datname = ${name} and wait_event_type = 'Lock'`;
        expect(row?.waiting).toBe(backends);
      },
      { timeout: 20_000, interval: 20 },
    );
  }
  return { beside, untilWaiting };
}
