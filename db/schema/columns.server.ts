import { bigint, timestamp, uuid } from "drizzle-orm/pg-core";

/** Primary key: a UUIDv7 the application makes (`newId`), so a row can be referred to before it is written. */
export const id = () => uuid().primaryKey();

/** The server's own order of writing: what pages, feeds and cursors sort by. */
export const seq = () => bigint({ mode: "number" }).generatedAlwaysAsIdentity();

export const instant = () => timestamp({ withTimezone: true, precision: 3 });
