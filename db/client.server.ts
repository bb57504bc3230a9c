import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env, requireSetting } from "#app/env.server.ts";
import { preparingRepeated } from "./prepare-repeated.server.ts";

export type Db = PostgresJsDatabase;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

type Side = { sql: postgres.Sql; db: Db };
type Client = { ordinary: Side; planned: Side };

// One pool a process, kept where a second copy of this module (the built server, a reloaded one) finds it.
const slot = globalThis as typeof globalThis & { corridorClient?: Client };

// A statement ends within its own limit, so a server silent for longer than `response` is not there any more.
const seconds = { connect: 4, response: 8, idle: 60, lifetime: 30 * 60 } as const;
const milliseconds = { statement: 5_000, idleInTransaction: 10_000 } as const;

/**
 * The driver would send a statement down a busy connection, to wait there however long while others are free: so it waits
 * for whichever is free first. Its types do not know the setting.
 */
const oneAtATime = { max_pipeline: 0 };

/**
 * Seconds before a connection that failed is tried again. The driver would wait longer with each failure, twenty seconds in
 * the end, and whoever asks with it: they are told at once that it is away, and see at once that it is back.
 */
const triedAgain = { backoff: () => 0.1 + Math.random() * 0.2 };

function connect(max: number, more: Partial<postgres.ConnectionParameters> = {}): postgres.Sql {
  return postgres(requireSetting("DATABASE_URL"), {
    max,
    connect_timeout: seconds.connect,
    response_timeout: seconds.response,
    idle_timeout: seconds.idle,
    max_lifetime: seconds.lifetime,
    ...oneAtATime,
    ...triedAgain,
    onnotice: () => {},
    connection: {
      application_name: "corridor",
      statement_timeout: milliseconds.statement,
      idle_in_transaction_session_timeout: milliseconds.idleInTransaction,
      ...more,
    },
  });
}

function side(sql: postgres.Sql): Side {
  return { sql, db: drizzle(preparingRepeated(sql), { casing: "snake_case" }) };
}

/**
 * Left to choose, PostgreSQL plans our hottest statements anew each time, which takes longer than running them. A plan for
 * any value reckons with many rows; to start processes for them takes longer than to read the few there are.
 */
const plannedOnce = { plan_cache_mode: "force_generic_plan", max_parallel_workers_per_gather: "0" };

function openClient(): Client {
  const planned = Math.floor(env().DATABASE_POOL / 2);
  return {
    ordinary: side(connect(env().DATABASE_POOL - planned)),
    planned: side(connect(planned, plannedOnce)),
  };
}

function client(): Client {
  slot.corridorClient ??= openClient();
  return slot.corridorClient;
}

/** The one Drizzle over the one pool, opened at first use. */
export const db: Db = new Proxy({} as Db, {
  get(_, property) {
    const target = client().ordinary.db;
    const value = Reflect.get(target, property, target);
    return typeof value === "function" ? value.bind(target) : value;
  },
});

/** The pool itself, for what Drizzle has no words for (COPY, LISTEN, `unsafe` statements of a library). */
export function pool(): postgres.Sql {
  return client().ordinary.sql;
}

/**
 * The part of the pool whose connections plan a prepared statement once, whatever its values: for statements of fixed
 * text that have one good plan. What an index's condition asks for must stand in the text, not come as a value.
 */
export function planned(): Side {
  return client().planned;
}

/**
 * A connection beside the pool, for what transactions that hold all of the pool may have to wait for. Whoever opens it
 * ends it; it is let go while nothing asks for it.
 */
export function openBeside(): postgres.Sql {
  return connect(1);
}

/** Ends the pool, waiting at most five seconds for what is under way. */
export async function closeDb(): Promise<void> {
  const open = slot.corridorClient;
  slot.corridorClient = undefined;
  if (open) await Promise.all([open.ordinary, open.planned].map(({ sql }) => sql.end({ timeout: 5 })));
}
