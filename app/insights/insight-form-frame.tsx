import { Form } from "@remix-run/react";
import type { JSX, KeyboardEvent, ReactNode } from "react";
import { BodyField } from "./body-field.tsx";
import { useFormAnswer } from "./form-answer.ts";

type FrameProps = {
  body?: string;
  autoFocus?: boolean;
  /** Over the text: what an action said. */
  above?: ReactNode;
  /** Within the text's own box: what finishes its words. */
  completion?: ReactNode;
  /** Beneath the text: everything else. */
  children: ReactNode;
};

/**
 * The form of an insight with nothing in it but the text. The first page has it without fetching anything, and the rest
 * comes in around the text while it is being written.
 */
export function InsightFormFrame({ body, autoFocus, above, completion, children }: FrameProps): JSX.Element {
  const { sent, problems } = useFormAnswer() ?? {};
  return (
    <Form method="post" className="grid gap-4" noValidate onKeyDown={postWithKeys}>
      {above}
      <BodyField
        body={sent ? sent.body : body}
        error={problems?.body}
        autoFocus={autoFocus && !problems}
        completion={completion}
      />
      {children}
    </Form>
  );
}

/** In the text Enter is a new line; Ctrl+Enter or ⌘+Enter posts from any field, once there is a button to do it. */
function postWithKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  const { target, currentTarget: form } = event;
  if (!(target instanceof Element && target.matches("input, textarea, select"))) return;
  event.preventDefault();
  if (form.querySelector("button:not([type=button])")) form.requestSubmit();
}
