import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { sentFields } from "../ui/sent-fields.ts";
import { SelectField, TextAreaField, TextField } from "../ui/text-field.tsx";
import { insightKindNames, insightKinds } from "./insight.ts";
import { type SentTemplate, type TemplateProblems, templateLimits } from "./template.ts";

type TemplateFormProps = {
  /** What the ids of its fields begin with, as several stand on one page. */
  id: string;
  hidden: Record<string, string>;
  values: SentTemplate;
  problems?: TemplateProblems;
  channels: { slug: string; name: string }[];
  submitLabel: string;
};

/** A template's name and words, and what it chooses beside them. */
export function TemplateForm(props: TemplateFormProps): JSX.Element {
  const { id, hidden, values, problems = {}, channels, submitLabel } = props;
  const field = sentFields(values, problems);
  return (
    <form method="post" className="grid max-w-measure gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        {...field("name")}
        id={`${id}-name`}
        label="Name"
        maxLength={templateLimits.nameCharacters}
        required
      />
      <TextAreaField
        {...field("body")}
        id={`${id}-body`}
        label="What the text begins with"
        hint="A few short questions or beginnings, each on a line of its own."
        rows={4}
        maxLength={templateLimits.bodyCharacters}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField {...field("kind")} id={`${id}-kind`} label="Kind">
          <option value="">As usual</option>
          {insightKinds.map((kind) => (
            <option key={kind} value={kind}>
              {insightKindNames[kind]}
            </option>
          ))}
        </SelectField>
        <SelectField {...field("channel")} id={`${id}-channel`} label="How it was heard">
          <option value="">As usual</option>
          {channels.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <div>
        <Button>{submitLabel}</Button>
      </div>
    </form>
  );
}
