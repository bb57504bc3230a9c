import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ChangeProblems } from "./change-person.server.ts";
import type { SentPerson } from "./person-draft.ts";
import { PersonFields } from "./person-fields.tsx";

type ChangePersonFormProps = {
  version: number;
  values: SentPerson;
  problems: ChangeProblems;
  teams: readonly { name: string }[];
};

export function ChangePersonForm({ version, values, problems, teams }: ChangePersonFormProps): JSX.Element {
  const errors = Object.entries(problems).map(([id, message]) => ({ id, message }));
  return (
    <Form method="post" className="grid gap-5">
      <ErrorSummary errors={errors} reassurance="Nothing you typed is lost." />
      <input type="hidden" name="intent" value="change" />
      <input type="hidden" name="version" value={version} />
      <PersonFields values={values} problems={problems} teams={teams} />
      <TextField
        name="password"
        type="password"
        label="Your own password"
        hint="Asked for when you change a role or an e-mail address. They are then signed out, and sign in anew."
        autoComplete="current-password"
        error={problems.password}
        maxLength={500}
        className="max-w-md"
      />
      <Button className="justify-self-start">Save</Button>
    </Form>
  );
}
