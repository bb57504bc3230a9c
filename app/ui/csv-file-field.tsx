import type { JSX } from "react";
import { controlLook, Field, fieldWiring } from "./field.tsx";

/** The one file of a form, a table with commas. */
export function CsvFileField({ hint, error }: { hint: string; error?: string }): JSX.Element {
  const text = { id: "file", hint, error };
  return (
    <Field {...text} label="File">
      <input
        type="file"
        name="file"
        accept=".csv,.tsv,.txt,text/csv"
        required
        className={controlLook}
        {...fieldWiring(text)}
      />
    </Field>
  );
}
