import { type JSX, useMemo } from "react";
import { TextCompletionField } from "../ui/text-completion-field.tsx";
import type { FormChoices } from "./insight-fields.tsx";
import { completesAt, textCompletions } from "./text-completions.ts";

type BodyFieldProps = { choices: FormChoices; body?: string; error?: string; autoFocus?: boolean };

/** What was heard, in words; tags and colleagues can be named in it. */
export function BodyField({ choices, body, error, autoFocus }: BodyFieldProps): JSX.Element {
  const completions = useMemo(() => textCompletions(choices), [choices]);
  return (
    <TextCompletionField
      name="body"
      label="What did you hear?"
      hint="A sentence is enough. # before a word makes it a tag, @ names a colleague."
      defaultValue={body}
      error={error}
      rows={3}
      required
      autoFocus={autoFocus}
      completions={completions}
      completesAt={completesAt}
    />
  );
}
