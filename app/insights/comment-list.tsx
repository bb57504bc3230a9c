import type { JSX } from "react";
import { Section } from "../ui/page.tsx";
import { CommentEditForm } from "./comment-edit-form.tsx";
import { CommentForm } from "./comment-form.tsx";
import { CommentItem } from "./comment-item.tsx";
import type { InsightKind } from "./insight.ts";
import type { ShownComment, TalkAnswer } from "./talk.ts";
import type { TalkPermissions } from "./talk-policy.ts";

type CommentListProps = {
  id: string;
  kind: InsightKind;
  comments: readonly ShownComment[];
  answerCommentId: string | null;
  may: TalkPermissions;
  idempotencyKey: string;
  /** The reader's own comment that is being corrected. */
  editing: { id: string; body: string; version: number } | null;
  answer?: TalkAnswer;
};

/** What colleagues say beneath an insight, the oldest first, and where to say something. */
export function CommentList(props: CommentListProps): JSX.Element | null {
  const { id, kind, comments, answerCommentId, may, idempotencyKey, editing, answer } = props;
  if (comments.length === 0 && !may.comment) return null;
  return (
    <Section title={kind === "question" ? "Answers and comments" : "Comments"} id="comments">
      {comments.length > 0 && (
        <ol className="grid grid-cols-1 gap-6">
          {comments.map((comment) => (
            <li key={comment.id}>
              <CommentItem
                id={id}
                comment={comment}
                isAnswer={comment.id === answerCommentId}
                maySettle={may.settle}
                mayTurnIntoInsight={may.answerWithInsight}
                answer={answer}
                editing={
                  editing?.id === comment.id && <CommentEditForm id={id} comment={editing} answer={answer} />
                }
              />
            </li>
          ))}
        </ol>
      )}
      {may.comment && <CommentForm id={id} kind={kind} idempotencyKey={idempotencyKey} answer={answer} />}
    </Section>
  );
}
