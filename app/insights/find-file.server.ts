import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { files } from "#db/schema/files.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { FileFacts } from "../files/file.ts";
import { asFacts, fileColumns } from "../files/file-columns.server.ts";
import { isFileId } from "../files/list-own-files.server.ts";
import type { Person } from "../people/person.ts";
import { canOpen, type JudgedInsight } from "./policy.ts";

/**
 * A file, if this person may open its insight now; before it has one, its uploader alone. Undefined for unknown,
 * removed and forbidden alike.
 */
export async function findFile({
  person,
  id,
}: {
  person: Person;
  id: string;
}): Promise<FileFacts | undefined> {
  if (!isFileId(id)) return undefined;
  const [row] = await db
    .select({
      file: fileColumns,
      uploadedBy: files.uploadedBy,
      insightId: files.insightId,
      judged: {
        visibility: insights.visibility,
        teamId: insights.teamId,
        authorId: insights.authorId,
        withdrawnAt: insights.withdrawnAt,
        hiddenAt: insights.hiddenAt,
      },
    })
    .from(files)
    .leftJoin(insights, eq(insights.id, files.insightId))
    .where(and(eq(files.id, id), isNull(files.removedAt)))
    .prepare("file")
    .execute();
  if (!row) return undefined;
  const { file, uploadedBy, insightId, judged } = row;
  const mayOpen = insightId === null ? uploadedBy === person.id : canOpen(person, judged as JudgedInsight);
  return mayOpen ? asFacts(file) : undefined;
}
