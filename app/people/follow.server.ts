import { and, eq } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { FollowKind } from "./follow.ts";

/** `id` is of the department, tag or team; that the person may know of it is for the caller to see. */
type Following = { personId: string; kind: FollowKind; id: string };

/** Follows something from now on; to follow it already is as good. */
export function follow({ personId, kind, id }: Following): Promise<void> {
  return runTransaction(async (tx) => {
    const [followed] = await tx
      .insert(follows)
      .values({ id: newId(), personId, [columnNames[kind]]: id })
      .onConflictDoNothing()
      .returning({ id: follows.id });
    if (followed) await recordEvent(tx, { name: `${kind}.followed`, actorId: personId, subjectId: id });
  });
}

/** Follows it no longer. */
export function unfollow({ personId, kind, id }: Following): Promise<void> {
  return runTransaction(async (tx) => {
    const [stopped] = await tx
      .delete(follows)
      .where(and(eq(follows.personId, personId), eq(follows[columnNames[kind]], id)))
      .returning({ id: follows.id });
    if (stopped) await recordEvent(tx, { name: `${kind}.unfollowed`, actorId: personId, subjectId: id });
  });
}

const columnNames = { department: "departmentId", tag: "tagId", team: "teamId" } as const;
