import { Form, useActionData, useNavigation } from "@remix-run/react";
import type { JSX, ReactNode } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { Notice } from "../ui/notice.tsx";
import type { DraftProblems } from "./insight-draft.ts";
import { type FieldValues, type FormChoices, InsightFields } from "./insight-fields.tsx";
import { PostingKeys } from "./posts-with-keys.tsx";

/** What an action says when nothing was saved: what is wrong, and what was typed, for pages without script. */
type FormAnswer = {
  problems?: DraftProblems;
  sent?: FieldValues;
  /** The insight that an earlier press of this very form posted, in other words than now. */
  postedBefore?: string;
  unavailable?: true;
  unreachable?: true;
  signedOut?: true;
  tooLarge?: true;
};

type InsightFormProps = {
  choices: FormChoices;
  values: FieldValues;
  hidden: Record<string, string>;
  submitLabel: string;
  cancelTo?: string;
  autoFocus?: boolean;
  footer?: ReactNode;
};

/** The form of an insight, for posting and for correcting. It works without script. */
export function InsightForm(props: InsightFormProps): JSX.Element {
  const { choices, values, hidden, submitLabel, cancelTo, autoFocus, footer } = props;
  const answer = useActionData() as FormAnswer | undefined;
  const navigation = useNavigation();
  const pending = navigation.state !== "idle" && navigation.formMethod === "POST";
  const problems = answer?.problems ?? {};
  const errors = Object.entries(problems).map(([field, message]) => ({
    id: field,
    message: String(message),
  }));
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <ErrorSummary errors={errors} reassurance="Nothing you typed is lost." />
      <NotSaved answer={answer} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <InsightFields
        choices={choices}
        values={answer?.sent ?? values}
        problems={problems}
        autoFocus={autoFocus && errors.length === 0}
      />
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
        {footer}
      </div>
    </Form>
  );
}

function NotSaved({ answer }: { answer?: FormAnswer }): JSX.Element | null {
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
  if (answer?.unreachable) {
    return (
      <Notice tone="error" title="Not saved yet">
        Corridor did not answer as it should. Your text is still here: wait a moment and send it again.
      </Notice>
    );
  }
  if (answer?.signedOut) {
    return (
      <Notice tone="error" title="Not saved yet: you have been signed out">
        Your text is still here.{" "}
        <a href="/sign-in" target="_blank" rel="noopener" className="underline underline-offset-4">
          Sign in again in a new tab
        </a>
        , then send it once more.
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
