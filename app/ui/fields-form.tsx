import type { JSX, ReactNode } from "react";
import { Button } from "./button.tsx";
import { SelectField, TextAreaField, TextField } from "./text-field.tsx";

/** One field of a plain form: what it is called and what kind of control it is. */
export type FormField = {
  name: string;
  label: string;
  hint?: string;
  as?: "line" | "lines" | "day" | "number" | "address";
  /** Makes it a choice: value and words. */
  options?: readonly (readonly [value: string, words: string])[];
  required?: boolean;
  most?: number;
  /** Takes the whole width where others stand side by side. */
  wide?: boolean;
};

export type FieldsFormProps = {
  /** What the ids of its fields begin with, as several forms may stand on one page. */
  id: string;
  hidden: Record<string, string>;
  fields: readonly FormField[];
  values: Record<string, string>;
  problems?: Record<string, string>;
  submitLabel: string;
  above?: ReactNode;
  beneath?: ReactNode;
};

/** A plain form of a few fields, sent by the browser itself. */
export function FieldsForm(props: FieldsFormProps): JSX.Element {
  const { id, hidden, fields, values, problems = {}, submitLabel, above, beneath } = props;
  return (
    <form method="post" className="grid max-w-measure gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {above}
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((field) => (
          <FieldOf
            key={field.name}
            id={id}
            field={field}
            value={values[field.name] ?? ""}
            error={problems[field.name]}
          />
        ))}
      </div>
      {beneath}
      <div>
        <Button>{submitLabel}</Button>
      </div>
    </form>
  );
}

type FieldOfProps = { id: string; field: FormField; value: string; error?: string };

function FieldOf({ id, field, value, error }: FieldOfProps): JSX.Element {
  const { name, label, hint, as = "line", options, required, most, wide } = field;
  const text = { name, id: `${id}-${name}`, label, hint, error, required, optional: !required && !options };
  const className = wide || as === "lines" ? "sm:col-span-2" : undefined;
  if (options) {
    return (
      <SelectField {...text} className={className} defaultValue={value}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </SelectField>
    );
  }
  const shared = { ...text, className, maxLength: most, defaultValue: value };
  if (as === "lines") return <TextAreaField {...shared} rows={2} />;
  const types = { line: "text", day: "date", number: "number", address: "url" } as const;
  return <TextField {...shared} type={types[as]} />;
}

/** What stands wrong in a form, as a summary of errors links to it. */
export function errorsOf(id: string, problems: Record<string, string>): { id: string; message: string }[] {
  return Object.entries(problems).map(([name, message]) => ({ id: `${id}-${name}`, message }));
}
