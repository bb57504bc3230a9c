import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { files } from "#db/schema/files.server.ts";
import type { FileFacts } from "./file.ts";
import { asFacts, fileColumns } from "./file-columns.server.ts";

// More than a form may have, so that it can be told of one too many.
const mostAsked = 20;

/** Those of these files that are one's own and not removed, in the order asked for. Others are as if unknown. */
export async function listOwnFiles({
  personId,
  ids,
}: {
  personId: string;
  ids: readonly string[];
}): Promise<FileFacts[]> {
  const asked = [...new Set(ids.filter(isFileId))].slice(0, mostAsked);
  if (asked.length === 0) return [];
  const rows = await db
    .select(fileColumns)
    .from(files)
    .where(and(inArray(files.id, asked), eq(files.uploadedBy, personId), isNull(files.removedAt)));
  return asked.flatMap((id) => rows.filter((row) => row.id === id).map(asFacts));
}

/** Whether this can be the id of a file. */
export function isFileId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
