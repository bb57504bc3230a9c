import type { JSX } from "react";
import { sentFields } from "../ui/sent-fields.ts";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { roleNames, roles } from "./person.ts";
import type { PersonProblems, SentPerson } from "./person-draft.ts";

type PersonFieldsProps = {
  values: SentPerson;
  problems: PersonProblems;
  teams: readonly { name: string }[];
};

/** What an administrator says of a person. */
export function PersonFields({ values, problems, teams }: PersonFieldsProps): JSX.Element {
  const field = sentFields(values, problems);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField {...field("name")} label="Name" autoComplete="off" maxLength={100} required />
      <TextField
        {...field("email")}
        type="email"
        label="E-mail address"
        autoComplete="off"
        maxLength={254}
        required
      />
      <SelectField {...field("role")} label="Role">
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleNames[role]}
          </option>
        ))}
      </SelectField>
      <SelectField {...field("team")} label="Team">
        {teams.length === 0 && <option value="">Add a team first</option>}
        {teams.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField {...field("jobTitle")} label="Job title" optional autoComplete="off" maxLength={100} />
    </div>
  );
}
