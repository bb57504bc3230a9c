import type { JudgedOutcome } from "./lock-insight.server.ts";
import { type CommentTurn, turnComment } from "./turn-comment.server.ts";
import { now } from "./turn-insight.server.ts";

/** Its author takes a comment back: nobody else sees it any more; it can be restored. */
export function withdrawComment(turn: CommentTurn): Promise<JudgedOutcome> {
  return turnComment({
    ...turn,
    doing: "withdraw",
    from: { withdrawnAt: null },
    set: { withdrawnAt: now },
    name: "comment.withdrawn",
  });
}

/** Its author brings a withdrawn comment back as it was. */
export function restoreComment(turn: CommentTurn): Promise<JudgedOutcome> {
  return turnComment({
    ...turn,
    doing: "restore",
    from: { withdrawnAt: new Date() },
    set: { withdrawnAt: null },
    name: "comment.restored",
  });
}
