import { useRevalidator } from "@remix-run/react";
import type { JSX } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { TextField } from "../ui/text-field.tsx";
import { focusOn } from "../ui/use-hash-focus.ts";
import { commentLimits } from "./comment-draft.ts";
import { commentAnchor, type ShownComment, type TalkAnswer, talkAddress } from "./talk.ts";
import { TalkTrouble } from "./talk-trouble.tsx";

type CommentActionsProps = {
  /** The insight's. */
  id: string;
  comment: ShownComment;
  isAnswer: boolean;
  maySettle: boolean;
  mayTurnIntoInsight: boolean;
  answer?: TalkAnswer;
};

/** What the reader may do with a comment; nothing for those who may only read it. */
export function CommentActions(props: CommentActionsProps): JSX.Element | null {
  const { id, comment, isAnswer, maySettle, mayTurnIntoInsight, answer } = props;
  const { may, hidden } = comment;
  const common = { id, comment: comment.id };
  return (
    <div className="flex flex-wrap items-start gap-x-1 gap-y-2 print:hidden">
      {maySettle && !hidden && !isAnswer && (
        <CommentTurn {...common} intent="answer" label="This answers it" />
      )}
      {mayTurnIntoInsight && !hidden && (
        <ButtonLink to={`/insights/${id}/answer?comment=${comment.id}`} variant="quiet" size="small">
          Turn this into an insight
        </ButtonLink>
      )}
      {may.edit && (
        <ButtonLink
          to={`/insights/${id}?open=${comment.id}#edit-comment`}
          variant="quiet"
          size="small"
          preventScrollReset
        >
          Edit
        </ButtonLink>
      )}
      {may.withdraw && <CommentTurn {...common} intent="withdraw-comment" label="Withdraw" />}
      {may.unhide && <CommentTurn {...common} intent="unhide-comment" label="Show again" />}
      {may.hide && <HideComment {...common} answer={answer} />}
    </div>
  );
}

type TurnProps = { id: string; comment: string; intent: string; label: string };

/** A press that turns a comment, after which the comment has the focus, whatever has become of its buttons. */
export function CommentTurn({ id, comment, intent, label }: TurnProps): JSX.Element {
  const { submit, pending, answer } = useTurn({ id, comment });
  return (
    <form method="post" action={`/insights/${id}`} onSubmit={submit} className="contents">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="comment" value={comment} />
      <Button variant="quiet" size="small" pending={pending}>
        {label}
      </Button>
      <TalkTrouble answer={answer} />
    </form>
  );
}

type HideProps = { id: string; comment: string; answer?: TalkAnswer };

function HideComment({ id, comment, answer }: HideProps): JSX.Element {
  const { submit, pending, answer: here } = useTurn({ id, comment });
  const { refused } = here ?? answer ?? {};
  const problem = refused?.commentId === comment ? refused.problems.reason : undefined;
  return (
    <Disclosure summary={<span className="text-sm">Hide</span>} open={problem !== undefined}>
      <form method="post" action={`/insights/${id}`} onSubmit={submit} className="grid max-w-measure gap-3">
        <input type="hidden" name="intent" value="hide-comment" />
        <input type="hidden" name="comment" value={comment} />
        <TextField
          name="reason"
          id={`reason-${comment}`}
          label="Why is it hidden?"
          hint="Its author and other editors will read this."
          maxLength={commentLimits.reasonCharacters}
          error={problem}
          required
        />
        <TalkTrouble answer={here} />
        <Button variant="danger" size="small" className="justify-self-start" pending={pending}>
          Hide this comment
        </Button>
      </form>
    </Disclosure>
  );
}

/** Its button may go with what was pressed: the focus goes to the comment. */
function useTurn({ id, comment }: { id: string; comment: string }) {
  const { revalidate } = useRevalidator();
  return useInPlace<TalkAnswer>({
    to: talkAddress(id),
    onDone: () => {
      focusOn(commentAnchor(comment));
      revalidate();
    },
  });
}
