import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { type Phrase, phraseLimits } from "./phrase.ts";

type PhraseUseFormProps = {
  phrase: Phrase;
  /** Of the use to come: pressed twice, it is noted once. */
  freshId: string;
  departments: readonly { slug: string; name: string }[];
};

/** Where it was said, and whether it worked there. */
export function PhraseUseForm({ phrase, freshId, departments }: PhraseUseFormProps): JSX.Element {
  const at = (field: string) => `${phrase.id}-${field}`;
  return (
    <Form method="post" className="grid gap-3 sm:grid-cols-2" preventScrollReset>
      <input type="hidden" name="intent" value="use" />
      <input type="hidden" name="id" value={freshId} />
      <input type="hidden" name="phrase" value={phrase.id} />
      <SelectField name="department" id={at("department")} label="Where">
        {departments.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="worked" id={at("worked")} label="Did it work?">
        <option value="yes">It worked</option>
        <option value="no">It did not work there</option>
      </SelectField>
      <TextField
        name="note"
        id={at("note")}
        label="A word about it"
        optional
        maxLength={phraseLimits.noteCharacters}
        className="sm:col-span-2"
      />
      <div>
        <Button variant="secondary" size="small">
          Note it
        </Button>
      </div>
    </Form>
  );
}
