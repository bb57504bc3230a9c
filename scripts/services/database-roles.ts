import postgres from "postgres";
import type { Secrets } from "./secrets.ts";

export type DatabaseAddresses = { superUrl: string; ownerUrl: string; appUrl: string };

export function databaseAddresses(port: number, secrets: Secrets): DatabaseAddresses {
  const address = (user: string, password: string, database: string): string =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    superUrl: address("postgres", secrets.superPassword, "postgres"),
    ownerUrl: address("corridor_owner", secrets.ownerPassword, "corridor"),
    appUrl: address("corridor_app", secrets.appPassword, "corridor"),
  };
}

/** Two roles and the database: the owner migrates it, the app reads and writes rows and can define nothing. */
export async function makeRolesAndDatabase(superUrl: string, secrets: Secrets): Promise<void> {
  const sql = postgres(superUrl, { max: 1, fetch_types: false, connect_timeout: 10, onnotice: () => {} });
  try {
    const [found] = await sql`
      select exists (select from pg_roles where rolname = 'corridor_owner') as owner,
        exists (select from pg_roles where rolname = 'corridor_app') as app,
        exists (select from pg_database where datname = 'corridor') as database`;
    // The passwords are our own, of letters, digits, - and _: a role's password takes no parameter.
    if (!found?.owner)
      await sql.unsafe(`create role corridor_owner login createdb password '${secrets.ownerPassword}'`);
    if (!found?.app) await sql.unsafe(`create role corridor_app login password '${secrets.appPassword}'`);
    if (!found?.database) await sql.unsafe("create database corridor owner corridor_owner");
    if (!found?.database || !found.app) await closeToOthers(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function closeToOthers(sql: postgres.Sql): Promise<void> {
  await sql.unsafe("revoke all on database corridor from public");
  await sql.unsafe("grant connect on database corridor to corridor_app");
}
