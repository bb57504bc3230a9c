import { useNavigation } from "@remix-run/react";
import { type JSX, type ReactNode, useEffect, useRef } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { Notice } from "../ui/notice.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { waitWords } from "../ui/wait-words.ts";
import { LazyBodyCompletion } from "./body-completion.lazy.tsx";
import { DraftKeeper } from "./draft-keeper.tsx";
import { useFormAnswer } from "./form-answer.ts";
import type { Keeping } from "./form-in-hand.ts";
import { guidanceStrip, LazyGuidance } from "./guidance.lazy.tsx";
import { HelpWriting } from "./help-writing.tsx";
import { type FieldValues, type FormChoices, InsightFields } from "./insight-fields.tsx";
import { InsightFormFrame } from "./insight-form-frame.tsx";
import { PostingAs } from "./posting-as.tsx";
import { PostingKeys } from "./posts-with-keys.tsx";
import { LazySignInAgain } from "./sign-in-again.lazy.tsx";

type PartsProps = {
  choices: FormChoices;
  values: FieldValues;
  hidden: Record<string, string>;
  submitLabel: string;
  cancelTo?: string;
  /** Keeps what is written; a form without it is kept by nobody. */
  keeping?: Keeping;
  /** Whose name it will carry, where that may be somebody else's. */
  postingAs?: string;
  /** Takes the place of something that has the focus. */
  takesFocus?: boolean;
};

type Parts = Record<"above" | "completion" | "rest", ReactNode>;

/** The form of an insight, for posting and for correcting. It works without script. */
export function InsightForm({ autoFocus, ...props }: PartsProps & { autoFocus?: boolean }): JSX.Element {
  const { rest, ...around } = insightFormParts(props);
  return (
    <InsightFormFrame body={props.values.body} autoFocus={autoFocus} {...around}>
      {rest}
    </InsightFormFrame>
  );
}

/** What goes into the form's frame around the text. */
export function insightFormParts(props: PartsProps): Parts {
  return {
    above: (
      <>
        <News keeping={props.keeping} />
        {props.keeping && <DraftKeeper keeping={props.keeping} />}
      </>
    ),
    completion: <LazyBodyCompletion choices={props.choices} />,
    rest: <Rest {...props} />,
  };
}

function Rest({
  choices,
  values,
  hidden,
  submitLabel,
  cancelTo,
  postingAs,
  takesFocus,
}: PartsProps): JSX.Element {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes in
  useEffect(() => {
    if (takesFocus) document.getElementById("departments")?.focus();
  }, []);
  const { sent, problems = {} } = useFormAnswer() ?? {};
  const navigation = useNavigation();
  const pending = navigation.state !== "idle" && navigation.formMethod === "POST";
  return (
    <>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {postingAs && <div id={guidanceStrip} className="-my-2 min-h-8 text-right pointer-coarse:min-h-11" />}
      <InsightFields choices={choices} values={sent ?? values} problems={problems} />
      {postingAs && <HelpWriting templates={choices.templates} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button pending={pending} pendingLabel="Saving…">
          {submitLabel}
        </Button>
        <PostingKeys />
        {cancelTo && (
          <ButtonLink to={cancelTo} variant="quiet">
            Cancel
          </ButtonLink>
        )}
        {postingAs && <PostingAs name={postingAs} />}
      </div>
      {postingAs && <LazyGuidance choices={choices} />}
    </>
  );
}

function News({ keeping }: Pick<PartsProps, "keeping">): JSX.Element {
  const answer = useFormAnswer();
  const say = useOurWords();
  const notSaved = useRef<HTMLDivElement>(null);
  // On a phone the button that was pressed stands far below it.
  useEffect(() => {
    if (answer && !answer.problems) notSaved.current?.scrollIntoView({ block: "center" });
  }, [answer]);
  const errors = Object.entries(answer?.problems ?? {}).map(([field, message]) => ({
    id: field,
    message: say(String(message)),
  }));
  return (
    <>
      <ErrorSummary errors={errors} reassurance="Nothing you typed is lost." />
      <div ref={notSaved} className="empty:hidden">
        <NotSaved keeping={keeping} />
      </div>
    </>
  );
}

function NotSaved({ keeping }: Pick<PartsProps, "keeping">): JSX.Element | null {
  const answer = useFormAnswer();
  const scripted = useHydrated();
  const say = useOurWords();
  if (answer?.postedBefore) {
    return (
      <Notice tone="warn" title="This was already posted a moment ago">
        What you changed since then is still here, and not saved yet.{" "}
        <a
          href={`/insights/${answer.postedBefore}/edit`}
          target="_blank"
          rel="noopener"
          className="underline underline-offset-4"
        >
          Open it in a new tab to change it
        </a>
        .
      </Notice>
    );
  }
  if (answer?.unavailable) {
    return (
      <Notice tone="error" title="Not saved yet">
        The library's data could not be reached. Your text is still here: wait a moment and send it again.
      </Notice>
    );
  }
  if (answer?.unreachable === "offline") {
    return (
      <Notice tone="error" title="Not saved yet: this device is offline">
        Your text is still here{keeping && " and kept on this device"}. Send it again when you are connected.
        {keeping &&
          !keeping.insightId &&
          say(" With a department and a channel, and without files, it is sent by itself.")}
      </Notice>
    );
  }
  if (answer?.unreachable) {
    return (
      <Notice tone="error" title="Not saved yet">
        Corridor could not be reached, or did not answer as it should. Your text is still here: wait a moment
        and send it again.
      </Notice>
    );
  }
  if (answer?.signedInNow) {
    return (
      <Notice tone="error" title={`Not saved yet: ${answer.signedInNow.name} is signed in here now`}>
        It was written as somebody else. Send it once more to post it as {answer.signedInNow.name}.
        {scripted && <LazySignInAgain somebody={answer.signedInNow} />}
      </Notice>
    );
  }
  if (answer?.signedOut) {
    return (
      <Notice tone="error" title="Not saved yet: you have been signed out">
        {scripted && <LazySignInAgain />}
        Your text is still here.{" "}
        <a href="/sign-in" target="_blank" rel="noopener" className="underline underline-offset-4">
          Sign in again in a new tab
        </a>
        , then send it once more.
      </Notice>
    );
  }
  if (answer?.tooOften) {
    return (
      <Notice tone="error" title="Not saved yet: that was a lot in a short time">
        Your text is still here. Wait {waitWords(answer.tooOften)}, then send it again.
      </Notice>
    );
  }
  if (answer?.tooLarge) {
    return (
      <Notice tone="error" title="Not saved: that is too much at once">
        Your text is still here. Make it shorter and send it again.
      </Notice>
    );
  }
  return null;
}
