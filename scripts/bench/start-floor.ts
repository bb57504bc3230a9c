import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { stopChild } from "../services/child-process.ts";
import { projectFolder } from "../services/data-folder.ts";
import type { ServiceAddresses } from "../services/instance-record.ts";
import type { ServiceNews } from "../services/run-service.ts";
import { asOwner } from "./as-owner.ts";
import type { FloorSettings } from "./floor-routes.ts";

export type Floor = { port: number; stop(): Promise<void> };

type Starting = { addresses: ServiceAddresses; index: string; readable: FloorSettings["readable"] };

/** Starts the bare server beside ours, on the same database and engine, with two tables of its own to save to. */
export async function startFloor({ addresses, index, readable }: Starting): Promise<Floor> {
  const { ownerUrl, meilisearchUrl = "", masterKey = "" } = addresses;
  await makeTables(ownerUrl);
  const settings: FloorSettings = {
    databaseUrl: ownerUrl,
    engineUrl: meilisearchUrl,
    engineKey: masterKey,
    index,
    readable,
  };
  const child = spawn(process.execPath, [fileURLToPath(new URL("./floor-server.ts", import.meta.url))], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", FLOOR_SETTINGS: JSON.stringify(settings) },
    cwd: projectFolder,
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", () => reject(new Error("The floor's server did not start.")));
    child.once("message", (news: ServiceNews) => "port" in news && news.port && resolve(news.port));
  });
  return { port, stop: () => stopChild(child) };
}

function makeTables(ownerUrl: string): Promise<void> {
  return asOwner(ownerUrl, [
    sql`create schema floor`,
    sql`create table floor.notes (
      id uuid primary key, author text not null, body text not null, at timestamptz not null default now())`,
    sql`create table floor.outbox (
      id uuid primary key, note uuid not null references floor.notes, at timestamptz not null default now())`,
  ]);
}
