import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { PersonProblems, SentPerson } from "./person-draft.ts";
import { PersonFields } from "./person-fields.tsx";

export type InvitationProblems = PersonProblems & { password?: string };

type InviteFormProps = {
  /** Of the person to be: one form makes one. */
  id: string;
  values: SentPerson;
  problems: InvitationProblems;
  teams: readonly { name: string }[];
  mail: boolean;
};

export function InviteForm({ id, values, problems, teams, mail }: InviteFormProps): JSX.Element {
  const pending = useNavigation().formData?.get("intent") === "invite";
  const errors = Object.entries(problems).map(([field, message]) => ({ id: field, message }));
  return (
    <Form method="post" className="grid gap-5">
      <ErrorSummary errors={errors} reassurance="Nothing you typed is lost." />
      <input type="hidden" name="intent" value="invite" />
      <input type="hidden" name="id" value={id} />
      <PersonFields values={values} problems={problems} teams={teams} />
      <OwnPassword problem={problems.password} />
      <LinkWay mail={mail} />
      <Button pending={pending} pendingLabel="Inviting…" className="justify-self-start">
        Invite
      </Button>
    </Form>
  );
}

/** Of whoever invites: somebody else at their desk makes no administrator. */
export function OwnPassword({ problem }: { problem?: string }): JSX.Element {
  return (
    <TextField
      name="password"
      type="password"
      label="Your own password"
      hint="Asked for when you invite an administrator."
      autoComplete="current-password"
      error={problem}
      maxLength={500}
      className="max-w-md"
    />
  );
}

/** How a link reaches its person. */
export function LinkWay({ mail }: { mail: boolean }): JSX.Element {
  if (!mail) {
    return (
      <p className="max-w-measure text-sm text-soft">
        Mail is not set up, so you are shown a link to hand over.
      </p>
    );
  }
  return (
    <CheckGroup legend="The link">
      <CheckField type="radio" name="way" value="mail" defaultChecked label="is sent to them by mail" />
      <CheckField type="radio" name="way" value="copy" label="is shown to me, to hand over" />
    </CheckGroup>
  );
}
