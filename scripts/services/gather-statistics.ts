import postgres from "postgres";

/**
 * Has PostgreSQL count anew what the tables hold, which only their owner may: after many rows at once it plans searches by
 * what is there. Without the owner's address PostgreSQL does so by itself within minutes.
 */
export async function gatherStatistics(ownerUrl: string | undefined): Promise<void> {
  if (!ownerUrl) return;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`analyze`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
