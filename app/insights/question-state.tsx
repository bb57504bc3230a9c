import { Link } from "@remix-run/react";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleHelp from "lucide-react/icons/circle-help";
import type { JSX } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { TimeAgo } from "../ui/time-ago.tsx";
import { commentAnchor, type LinkedInsight, type TalkAnswer, talkAddress } from "./talk.ts";
import type { TalkPermissions } from "./talk-policy.ts";
import { TalkTrouble } from "./talk-trouble.tsx";

type QuestionStateProps = {
  id: string;
  answeredAt: Date | null;
  answerCommentId: string | null;
  answeredBy: readonly LinkedInsight[];
  may: TalkPermissions;
};

/** Whether a question is answered and where the answer stands, with the ways to answer it or open it again. */
export function QuestionState(props: QuestionStateProps): JSX.Element {
  const { id, answeredAt, answerCommentId, answeredBy, may } = props;
  return (
    <section
      id="question"
      aria-label="Where this question stands"
      className="mt-8 grid gap-2 rounded-md bg-sunken px-4 py-3"
    >
      <p className="flex flex-wrap items-center gap-x-2">
        <Icon of={answeredAt ? CircleCheck : CircleHelp} className="size-5 text-accent" />
        {answeredAt ? (
          <span>
            Answered <TimeAgo at={answeredAt} />
            {answerCommentId && (
              <>
                {": "}
                <a href={`#${commentAnchor(answerCommentId)}`} className="link">
                  read the answer
                </a>
              </>
            )}
          </span>
        ) : (
          <span>This question is open. Know something? Answer it beneath, or with an insight.</span>
        )}
      </p>
      {answeredBy.length > 0 && (
        <ul aria-label="Insights that answer it" className="grid gap-1">
          {answeredBy.map((one) => (
            <li key={one.id}>
              Answered by{" "}
              <Link to={`/insights/${one.id}`} className="link">
                {one.text}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2 print:hidden">
        {may.answerWithInsight && !answeredAt && (
          <ButtonLink to={`/insights/${id}/answer`} variant="secondary" size="small">
            Answer with an insight
          </ButtonLink>
        )}
        {may.settle && answeredAt && <Reopen id={id} />}
      </div>
    </section>
  );
}

function Reopen({ id }: { id: string }): JSX.Element {
  const { submit, pending, answer } = useInPlace<TalkAnswer>({ to: talkAddress(id) });
  return (
    <form method="post" action={`/insights/${id}`} onSubmit={submit} className="contents">
      <input type="hidden" name="intent" value="reopen" />
      <Button variant="secondary" size="small" pending={pending}>
        Open it again
      </Button>
      <TalkTrouble answer={answer} />
    </form>
  );
}

/** On an insight that answers a question: the way back to it. */
export function AnswersQuestion({ question }: { question: LinkedInsight }): JSX.Element {
  return (
    <p className="mt-4 text-soft">
      Answers the question{" "}
      <Link to={`/insights/${question.id}`} className="link">
        {question.text}
      </Link>
    </p>
  );
}
