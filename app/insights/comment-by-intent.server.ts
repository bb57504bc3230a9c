import { cleanLine, saysSomething } from "../text/clean-text.ts";
import { commentLimits, readComment } from "./comment-draft.ts";
import { editComment } from "./edit-comment.server.ts";
import { hideComment, unhideComment } from "./hide-comment.server.ts";
import { newIdempotencyKey, readIdempotencyKey } from "./idempotency-key.server.ts";
import type { JudgedOutcome } from "./lock-insight.server.ts";
import { postComment } from "./post-comment.server.ts";
import type { TalkOutcome, TalkTurn } from "./talk-by-intent.server.ts";
import type { CommentTurn } from "./turn-comment.server.ts";
import { restoreComment, withdrawComment } from "./withdraw-comment.server.ts";

/** What the forms of comments ask for, by their intents. */
export const commentDoings = {
  comment: post,
  "edit-comment": edit,
  "withdraw-comment": turnedBy(withdrawComment),
  "restore-comment": turnedBy(restoreComment),
  "unhide-comment": turnedBy(unhideComment),
  "hide-comment": hide,
};

async function post({ person, id, sent }: TalkTurn, intent: string): Promise<TalkOutcome> {
  const idempotencyKey = readIdempotencyKey(sent.one("key"));
  if (!idempotencyKey) return "not-possible";
  const read = readComment(sent.one("body"));
  if ("problem" in read) return refusedComment({ sent, intent, problem: read.problem });
  const posted = await postComment({ person, id, body: read.body, idempotencyKey });
  if (posted.outcome === "not-possible") return "not-possible";
  return { done: { intent, commentId: posted.commentId, key: newIdempotencyKey() } };
}

async function edit(turn: TalkTurn, intent: string): Promise<TalkOutcome> {
  const { sent } = turn;
  const version = Number(/^\d{1,9}$/.exec(sent.one("version") ?? "")?.[0]);
  if (Number.isNaN(version)) return "not-possible";
  const read = readComment(sent.one("body"));
  if ("problem" in read) return refusedComment({ sent, intent, problem: read.problem });
  const edited = await editComment({ ...commentOf(turn), version, body: read.body });
  if (edited.outcome === "not-possible") return "not-possible";
  const { id: commentId } = commentOf(turn);
  if (edited.outcome === "edited") return { done: { intent, commentId } };
  return { conflict: { commentId, saved: edited.body, version: edited.version, mine: read.body } };
}

async function hide(turn: TalkTurn, intent: string): Promise<TalkOutcome> {
  const reason = cleanLine(turn.sent.one("reason") ?? "");
  const { id: commentId } = commentOf(turn);
  const problem = problemOf(reason);
  if (problem) return { refused: { intent, commentId, problems: { reason: problem }, sent: { reason } } };
  return turnedBy((comment) => hideComment({ ...comment, reason }))(turn, intent);
}

function problemOf(reason: string): string | undefined {
  if (!saysSomething(reason)) return "Say why it is hidden: its author will read it";
  if ([...reason].length <= commentLimits.reasonCharacters) return undefined;
  return `A reason has at most ${commentLimits.reasonCharacters} characters`;
}

function turnedBy(verb: (turn: CommentTurn) => Promise<JudgedOutcome>) {
  return async (turn: TalkTurn, intent: string): Promise<TalkOutcome> => {
    const { outcome } = await verb(commentOf(turn));
    return outcome === "not-possible" ? outcome : { done: { intent, commentId: commentOf(turn).id } };
  };
}

function commentOf({ person, id, sent }: TalkTurn): CommentTurn {
  return { person, insightId: id, id: sent.one("comment") ?? "" };
}

type Refusal = { sent: TalkTurn["sent"]; intent: string; problem: string };

function refusedComment({ sent, intent, problem }: Refusal): TalkOutcome {
  const body = sent.one("body") ?? "";
  return { refused: { intent, commentId: sent.one("comment"), problems: { body: problem }, sent: { body } } };
}
