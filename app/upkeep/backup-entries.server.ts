import type { Readable } from "node:stream";
import { openBytes, smallOf } from "../files/kept-bytes.server.ts";
import { type Entry, entryOf } from "./archive-entries.server.ts";
import type { Connection, LibraryTable } from "./library-tables.server.ts";

/** An archive says an entry's size before its bytes, so a table's rows come in parts of about this size. */
const partBytes = 1024 * 1024;
const lineEnd = 10;
const filesAtOnce = 500;

/** A table's rows as PostgreSQL copies them out, in parts; answers with how many they were. */
export async function* rowsOf(
  sql: Connection,
  { name, columns }: LibraryTable,
): AsyncGenerator<Entry, number> {
  const copy: Readable = await sql`
    copy ${sql("public")}.${sql(name)} (${sql(columns)}) to stdout`.readable();
  let rows = 0;
  let parts = 0;
  let held: Buffer[] = [];
  let size = 0;
  const part = (): Entry => {
    const entry = entryOf(`tables/${name}/${String(++parts).padStart(6, "0")}.copy`, Buffer.concat(held));
    held = [];
    size = 0;
    return entry;
  };
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    for (const byte of chunk) if (byte === lineEnd) rows += 1;
    // The driver may use the memory behind it again.
    held.push(Buffer.from(chunk));
    size += chunk.length;
    // Each part is copied in by itself: it ends where a row ends.
    if (size >= partBytes && chunk.at(-1) === lineEnd) yield part();
  }
  if (size > 0) yield part();
  return rows;
}

type FilesTold = { onFile: () => void; onMissing: (id: string) => void };

/** Every uploaded file's bytes, a picture's small copy too. Files taken off an insight may have gone from the disk. */
export async function* filesOf(sql: Connection, { onFile, onMissing }: FilesTold): AsyncGenerator<Entry> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await sql<{ id: string; removed: boolean }[]>`
      select id, removed_at is not null as removed from files where id > ${after}::uuid order by id limit ${filesAtOnce}`;
    for (const { id, removed } of rows) {
      const opened = await openBytes(id);
      if (!opened) {
        if (!removed) onMissing(id);
        continue;
      }
      onFile();
      yield { name: `files/${id}`, size: opened.size, body: opened.bytes };
      const small = await openBytes(smallOf(id));
      if (small) yield { name: `files/${smallOf(id)}`, size: small.size, body: small.bytes };
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < filesAtOnce) return;
  }
}

type WaitingJob = { queue: string; data: object | null };

/**
 * The jobs nobody has finished, as what they say: they are sent anew after a restore, whatever pg-boss's own tables look
 * like by then. What is done every night begins by itself.
 */
export async function waitingJobs(sql: Connection): Promise<{ entry: Entry; count: number }> {
  const jobs = await sql<WaitingJob[]>`
    select name as queue, data from pgboss.job
    where state < 'completed' and data is not null and name not like '\\_\\_pgboss%' order by created_on`;
  const text = jobs.map((job) => `${JSON.stringify(job)}\n`).join("");
  return { entry: entryOf("jobs.jsonl", text), count: jobs.length };
}
