import { Form } from "@remix-run/react";
import type { JSX, ReactNode } from "react";
import { BodyField } from "./body-field.tsx";
import { useFormAnswer } from "./form-answer.ts";
import { PostsWithKeys } from "./posts-with-keys.tsx";

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
    <Form method="post" encType="multipart/form-data" noValidate>
      <PostsWithKeys>
        {above}
        <BodyField
          body={sent ? sent.body : body}
          error={problems?.body}
          autoFocus={autoFocus && !problems}
          completion={completion}
        />
        {children}
      </PostsWithKeys>
    </Form>
  );
}
