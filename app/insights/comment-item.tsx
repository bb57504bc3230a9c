import type { JSX, ReactNode } from "react";
import { RenderedText } from "../text/rendered-text.tsx";
import { Badge } from "../ui/badge.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { CommentActions, CommentTurn } from "./comment-actions.tsx";
import { commentAnchor, type ShownComment, type TalkAnswer } from "./talk.ts";

type CommentItemProps = {
  /** The insight's. */
  id: string;
  comment: ShownComment;
  isAnswer: boolean;
  maySettle: boolean;
  mayTurnIntoInsight: boolean;
  answer?: TalkAnswer;
  /** The form that corrects it, while that is open. */
  editing?: ReactNode;
};

/** One comment, or, for the few who still see it, that it was withdrawn or hidden and the way back. */
export function CommentItem({ id, comment, isAnswer, editing, ...rest }: CommentItemProps): JSX.Element {
  const { author, withdrawn, hidden, may } = comment;
  return (
    <article
      id={commentAnchor(comment.id)}
      tabIndex={-1}
      aria-label={`Comment by ${author.name}`}
      className="grid scroll-mt-20 grid-cols-1 gap-1.5 outline-offset-4"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
        <span>
          <span className="font-medium text-ink">{author.name}</span>, {author.jobTitle},{" "}
          <TimeAgo at={comment.postedAt} />
          {comment.editedAt && " · edited"}
        </span>
        {isAnswer && <Badge tone="accent">The answer</Badge>}
      </p>
      {hidden && !withdrawn && (
        <p className="text-sm text-signal">
          Hidden by {hidden.by ?? "an editor"}: {hidden.reason}. Only its author and editors see it.
        </p>
      )}
      {withdrawn ? (
        <div className="flex flex-wrap items-center gap-x-3 text-soft">
          <p>You withdrew this comment. Nobody else sees it.</p>
          {may.restore && (
            <CommentTurn id={id} comment={comment.id} intent="restore-comment" label="Bring it back" />
          )}
        </div>
      ) : (
        editing || (
          <>
            <div className="max-w-measure">
              <RenderedText html={comment.html} />
            </div>
            <CommentActions id={id} comment={comment} isAnswer={isAnswer} {...rest} />
          </>
        )
      )}
    </article>
  );
}
