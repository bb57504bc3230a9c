import postgres from "postgres";
import type { ServiceAddresses } from "./instance-record.ts";

type Made = Pick<ServiceAddresses, "ownerUrl" | "appUrl">;

/** A database of this name on the same server, made when it is not there yet. */
export async function makeDatabase({
  ownerUrl,
  appUrl,
  database,
}: Made & { database: string }): Promise<Made> {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(database))
    throw new Error("--database: a name of a-z, 0-9 and _, beginning with a letter");
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [found] = await sql`select from pg_database where datname = ${database}`;
    if (!found) await sql`create database ${sql(database)}`;
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== "42501") throw error;
    throw new Error(
      `The owner's role may not make databases: have an empty one made for it, called ${database}, and try again.`,
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
  return { ownerUrl: inDatabase(ownerUrl, database), appUrl: inDatabase(appUrl, database) };
}

function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
