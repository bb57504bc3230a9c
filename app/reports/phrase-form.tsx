import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { SelectField, TextAreaField, TextField } from "../ui/text-field.tsx";
import {
  benefitNames,
  benefits,
  type PhraseKind,
  type PhraseProblems,
  phraseLimits,
  type SentPhrase,
} from "./phrase.ts";

type PhraseFormProps = {
  /** What the ids of its fields begin with, as several stand on one page. */
  id: string;
  kind: PhraseKind;
  hidden: Record<string, string>;
  values: SentPhrase;
  problems?: PhraseProblems;
  submitLabel: string;
};

/** A phrase and what it is good for, or an objection and its answer. */
export function PhraseForm(props: PhraseFormProps): JSX.Element {
  const { id, kind, hidden, values, problems = {}, submitLabel } = props;
  return (
    <Form method="post" className="grid max-w-measure gap-4">
      {Object.entries({ kind, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="text"
        id={`${id}-text`}
        label={kind === "phrase" ? "What to say" : "What is said"}
        maxLength={phraseLimits.textCharacters}
        defaultValue={values.text}
        error={problems.text}
        required
      />
      {kind === "phrase" ? (
        <SelectField
          name="benefit"
          id={`${id}-benefit`}
          label="What it is good for"
          defaultValue={values.benefit}
          error={problems.benefit}
        >
          {benefits.map((benefit) => (
            <option key={benefit} value={benefit}>
              {benefitNames[benefit]}
            </option>
          ))}
        </SelectField>
      ) : (
        <TextAreaField
          name="answer"
          id={`${id}-answer`}
          label="What to answer"
          rows={2}
          maxLength={phraseLimits.answerCharacters}
          defaultValue={values.answer}
          error={problems.answer}
          required
        />
      )}
      <div>
        <Button>{submitLabel}</Button>
      </div>
    </Form>
  );
}
