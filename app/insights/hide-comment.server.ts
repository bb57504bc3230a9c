import type { JudgedOutcome } from "./lock-insight.server.ts";
import { type CommentTurn, turnComment } from "./turn-comment.server.ts";
import { now } from "./turn-insight.server.ts";

/** An editor hides a comment from everyone but its author and editors, with a reason. */
export function hideComment({ reason, ...turn }: CommentTurn & { reason: string }): Promise<JudgedOutcome> {
  const set = { hiddenAt: now, hiddenBy: turn.person.id, hiddenReason: reason };
  return turnComment({ ...turn, doing: "hide", from: { hiddenAt: null }, set, name: "comment.hidden" });
}

/** An editor shows a hidden comment again. */
export function unhideComment(turn: CommentTurn): Promise<JudgedOutcome> {
  const set = { hiddenAt: null, hiddenBy: null, hiddenReason: null };
  return turnComment({
    ...turn,
    doing: "unhide",
    from: { hiddenAt: new Date() },
    set,
    name: "comment.unhidden",
  });
}
