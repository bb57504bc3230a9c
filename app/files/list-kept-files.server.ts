import { and, asc, gt, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { files } from "#db/schema/files.server.ts";
import { isPicture } from "./file.ts";
import { asFacts, fileColumns } from "./file-columns.server.ts";
import { smallOf } from "./kept-bytes.server.ts";

const batch = 500;

export type KeptFile = {
  /** What `openBytes` takes, one or two of them. */
  parts: string[];
  bytes: number;
  /** Of the first part. */
  sha256: string;
};

/** Every file that a row speaks of and that was not removed, in order of its id: what a backup has to hold. */
export async function* listKeptFiles(): AsyncGenerator<KeptFile> {
  let after: string | undefined;
  for (;;) {
    const rows = await db
      .select({ ...fileColumns, sha256: files.sha256 })
      .from(files)
      .where(and(isNull(files.removedAt), after === undefined ? undefined : gt(files.id, after)))
      .orderBy(asc(files.id))
      .limit(batch);
    for (const { sha256, ...row } of rows) {
      const { id, bytes, type } = asFacts(row);
      yield { parts: isPicture({ type }) ? [id, smallOf(id)] : [id], bytes, sha256 };
    }
    after = rows.at(-1)?.id;
    if (rows.length < batch) return;
  }
}
