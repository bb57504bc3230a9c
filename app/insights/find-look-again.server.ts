import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { listDepartments } from "../departments/list-departments.server.ts";
import { type PrivacyNudge, privacyNudges } from "../text/privacy-nudge.ts";

/** What of an insight of one's own may be worth a second look: for those whose browser said nothing while they wrote. */
export async function findLookAgain({
  authorId,
  id,
}: {
  authorId: string;
  id: string;
}): Promise<PrivacyNudge | undefined> {
  const [[insight], departments] = await Promise.all([
    db
      .select({ text: insights.plainText })
      .from(insights)
      .where(and(eq(insights.id, id), eq(insights.authorId, authorId))),
    listDepartments(),
  ]);
  if (!insight) return undefined;
  return privacyNudges(
    insight.text,
    departments.flatMap(({ name, aliases }) => [name, ...aliases]),
  )[0];
}
