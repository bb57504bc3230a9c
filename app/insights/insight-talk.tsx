import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { useHashFocus } from "../ui/use-hash-focus.ts";
import { CommentList } from "./comment-list.tsx";
import type { WholeTalk } from "./find-whole-talk.server.ts";
import { HeardToo } from "./heard-too.tsx";
import type { InsightKind } from "./insight.ts";
import { AnswersQuestion, QuestionState } from "./question-state.tsx";
import type { TalkAnswer } from "./talk.ts";
import { TellForm } from "./tell-form.tsx";
import { Tellings } from "./tellings.tsx";
import { ThankButton, ThankedBy } from "./thanks.tsx";
import { VoiceForm } from "./voice-form.tsx";
import { Voices } from "./voices.tsx";

type InsightTalkProps = { id: string; kind: InsightKind; talk: WholeTalk; answer?: TalkAnswer };

/** All that is said about an insight, and where the reader may say something, on its own page. */
export function InsightTalk({ id, kind, talk, answer }: InsightTalkProps): JSX.Element {
  useHashFocus();
  const { may, question, answers, heard, tellable } = talk;
  return (
    <>
      {answers && <AnswersQuestion question={answers} />}
      {question && <QuestionState id={id} {...question} answeredBy={talk.answeredBy} may={may} />}
      {(talk.thanks.length > 0 || talk.tellings.length > 0) && (
        <div className="mt-8 grid gap-2">
          <ThankedBy thanks={talk.thanks} />
          <Tellings tellings={talk.tellings} />
        </div>
      )}
      {heard && <VoiceForm id={id} choices={heard} answer={answer} />}
      {tellable && <TellForm id={id} tellable={tellable} answer={answer} />}
      <Voices id={id} kind={kind} voices={talk.voices} mayAdd={may.corroborate} />
      <CommentList
        id={id}
        kind={kind}
        comments={talk.comments}
        answerCommentId={question?.answerCommentId ?? null}
        may={may}
        idempotencyKey={talk.idempotencyKey}
        editing={talk.editing}
        answer={answer}
      />
    </>
  );
}

type TalkActionsProps = Omit<InsightTalkProps, "answer">;

/** What the reader may say about an insight with a press each, beneath its card. */
export function TalkActions({ id, kind, talk }: TalkActionsProps): JSX.Element {
  const { may, voices, thanks } = talk;
  const given = voices.some(({ mine }) => mine);
  return (
    <>
      {may.corroborate && <HeardToo id={id} kind={kind} given={given} />}
      {may.corroborate && !given && (
        <QuietLink to={`/insights/${id}?open=heard#heard`}>How did you hear it?</QuietLink>
      )}
      {may.thank && <ThankButton id={id} thanked={thanks.some(({ mine }) => mine)} />}
      {may.tell && <QuietLink to={`/insights/${id}?open=tell#tell`}>Who should know?</QuietLink>}
    </>
  );
}

/** Opens a form on this page, which is an address of its own without script. */
function QuietLink({ to, children }: { to: string; children: string }): JSX.Element {
  return (
    <Link
      to={to}
      preventScrollReset
      className="inline-flex min-h-8 items-center px-2.5 text-sm text-accent hover:underline pointer-coarse:min-h-11"
    >
      {children}
    </Link>
  );
}
