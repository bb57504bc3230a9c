import type { JSX, ReactNode } from "react";
import { TextAreaField } from "../ui/text-field.tsx";

type BodyFieldProps = { body?: string; error?: string; autoFocus?: boolean; completion?: ReactNode };

/** What was heard, in words; tags and colleagues can be named in it. */
export function BodyField({ body, error, autoFocus, completion }: BodyFieldProps): JSX.Element {
  return (
    <div className="relative">
      <TextAreaField
        name="body"
        label="What did you hear?"
        hint="A sentence is enough. # before a word makes it a tag, @ names a colleague."
        defaultValue={body}
        error={error}
        rows={3}
        required
        autoFocus={autoFocus}
      />
      {completion}
    </div>
  );
}
