import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { sentFields } from "../ui/sent-fields.ts";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { type ApiKeyProblems, apiKeyLimits, type SentApiKey } from "./api-key.ts";

type ApiKeyFormProps = {
  /** Of the key to be: one form makes one. */
  id: string;
  today: string;
  values: SentApiKey;
  problems: ApiKeyProblems;
  colleagues: readonly { handle: string; name: string; team: string }[];
};

export function ApiKeyForm({ id, today, values, problems, colleagues }: ApiKeyFormProps): JSX.Element {
  const field = sentFields(values, problems);
  const errors = Object.entries(problems).map(([name, message]) => ({ id: name, message }));
  return (
    <form method="post" className="grid max-w-md gap-4">
      <ErrorSummary errors={errors} reassurance="Nothing you typed is lost." />
      <input type="hidden" name="intent" value="make" />
      <input type="hidden" name="id" value={id} />
      <TextField
        {...field("name")}
        label="Which program it is for"
        placeholder="Reading list importer"
        maxLength={apiKeyLimits.nameCharacters}
      />
      <SelectField
        {...field("person")}
        label="Whom it acts as"
        hint="It reads what they may read, and posts in their name."
      >
        <option value="">Choose a colleague</option>
        {colleagues.map(({ handle, name, team }) => (
          <option key={handle} value={handle}>
            {name}, {team}
          </option>
        ))}
      </SelectField>
      <TextField
        {...field("lastDay")}
        type="date"
        label="Its last day"
        optional
        hint="Left empty, it opens until somebody revokes it."
        min={today}
      />
      <TextField
        name="password"
        type="password"
        label="Your own password"
        hint="So that nobody else at your desk makes one."
        autoComplete="current-password"
        maxLength={500}
        error={problems.password}
      />
      <Button className="justify-self-start">Make a key</Button>
    </form>
  );
}
