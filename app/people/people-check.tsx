import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Notice } from "../ui/notice.tsx";
import { LinkWay, OwnPassword } from "./invite-form.tsx";
import { roleNames } from "./person.ts";
import type { PeopleRow } from "./read-people-file.ts";

type PeopleCheckProps = { rows: readonly PeopleRow[]; mail: boolean; passwordProblem?: string };

/** What would be done with each row; nothing has been yet. */
export function PeopleCheck({ rows, mail, passwordProblem }: PeopleCheckProps): JSX.Element {
  const people = rows.flatMap(({ details }) => details ?? []);
  const refused = rows.filter(({ problem }) => problem !== undefined);
  return (
    <div className="grid gap-6">
      {refused.length > 0 && (
        <div className="grid gap-2">
          <p className="font-medium">
            {refused.length === 1 ? "One row would be left out" : `${refused.length} rows would be left out`}
          </p>
          <ol className="grid">
            {refused.map(({ row, name, email, problem }) => (
              <li key={row} className="border-t border-line py-2 wrap-anywhere">
                <span className="text-sm text-soft figures">Row {row}</span> {name || email}
                <span className="block font-medium text-danger">{problem}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {people.length > 0 && (
        <Form method="post" className="grid gap-4">
          <p className="font-medium">
            {people.length === 1 ? "One person would be invited" : `${people.length} people would be invited`}
          </p>
          <ol className="grid">
            {people.map(({ name, email, role, team, jobTitle }) => (
              <li key={email} className="border-t border-line py-2 wrap-anywhere">
                {name} <span className="text-soft">{email}</span>
                <span className="block text-sm text-soft">
                  {[roleNames[role], team, jobTitle].filter(Boolean).join(", ")}
                </span>
              </li>
            ))}
          </ol>
          <input type="hidden" name="intent" value="bring-in" />
          <input type="hidden" name="people" value={JSON.stringify(people)} />
          {people.some(({ role }) => role === "admin") && <OwnPassword problem={passwordProblem} />}
          <LinkWay mail={mail} />
          <Button className="justify-self-start">
            {people.length === 1 ? "Invite this person" : `Invite these ${people.length}`}
          </Button>
        </Form>
      )}
    </div>
  );
}

type ImportedPeopleProps = { invited: readonly { name: string; address: string | null }[] };

/** Who was invited; where there is no mail, each with the link to hand over, shown this once. */
export function ImportedPeople({ invited }: ImportedPeopleProps): JSX.Element {
  const linked = invited.filter(({ address }) => address !== null);
  return (
    <div className="grid gap-4">
      <Notice
        tone="done"
        title={invited.length === 1 ? "One person is invited." : `${invited.length} people are invited.`}
      >
        {linked.length > 0
          ? "Each link can be used once, within 72 hours, and is shown only now."
          : "They are sent their links by mail."}
      </Notice>
      {linked.map(({ name, address }) => (
        <CopyField key={address} label={name} text={address ?? ""} />
      ))}
    </div>
  );
}
