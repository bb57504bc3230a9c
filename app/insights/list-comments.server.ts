import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import type { Person } from "../people/person.ts";
import type { JudgedInsight } from "./policy.ts";
import type { ShownComment } from "./talk.ts";
import { canSeeComment, commentPermissions } from "./talk-policy.ts";

const hider = alias(people, "hider");
const mostComments = 500;

type Asked = { person: Person; id: string; insight: JudgedInsight };

/** The comments beneath an insight, the oldest first, as this person may see them. For those who may open the insight. */
export async function listComments({ person, id, insight }: Asked): Promise<ShownComment[]> {
  const rows = await db
    .select({
      id: comments.id,
      html: comments.html,
      author: { handle: people.handle, name: people.name, jobTitle: people.jobTitle, team: teams.name },
      postedAt: comments.postedAt,
      editedAt: comments.editedAt,
      hiddenBy: hider.name,
      hiddenReason: comments.hiddenReason,
      judged: {
        authorId: comments.authorId,
        withdrawnAt: comments.withdrawnAt,
        hiddenAt: comments.hiddenAt,
      },
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .innerJoin(teams, eq(teams.id, people.teamId))
    .leftJoin(hider, eq(hider.id, comments.hiddenBy))
    .where(eq(comments.insightId, id))
    .orderBy(asc(comments.postedAt), asc(comments.seq))
    .limit(mostComments);
  return rows
    .filter(({ judged }) => canSeeComment(person, judged))
    .map(({ judged, hiddenBy, hiddenReason, ...shown }) => ({
      ...shown,
      withdrawn: judged.withdrawnAt !== null,
      hidden: judged.hiddenAt ? { by: hiddenBy, reason: hiddenReason } : null,
      may: commentPermissions(person, { insight, comment: judged }),
    }));
}
