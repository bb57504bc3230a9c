import { and, eq } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import type { Person } from "../people/person.ts";
import { isId } from "./insight.ts";
import { canSeeComment, type JudgedComment } from "./talk-policy.ts";

/** A comment as its own forms need it. */
export type OneComment = JudgedComment & { id: string; body: string; version: number };

type Asked = { person: Person; insightId: string; id: string };

/** One comment beneath this insight, if this person sees it there. The caller knows that they may open the insight. */
export async function findComment(
  { person, insightId, id }: Asked,
  within: typeof db | Tx = db,
): Promise<OneComment | undefined> {
  if (!isId(id)) return undefined;
  const [comment] = await within
    .select({
      id: comments.id,
      body: comments.body,
      version: comments.version,
      authorId: comments.authorId,
      withdrawnAt: comments.withdrawnAt,
      hiddenAt: comments.hiddenAt,
    })
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.insightId, insightId)));
  return comment && canSeeComment(person, comment) ? comment : undefined;
}
