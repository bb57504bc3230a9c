import type { JSX } from "react";
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
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="name"
        label="Name"
        autoComplete="off"
        defaultValue={values.name}
        error={problems.name}
        maxLength={100}
        required
      />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="off"
        defaultValue={values.email}
        error={problems.email}
        maxLength={254}
        required
      />
      <SelectField name="role" label="Role" defaultValue={values.role} error={problems.role}>
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleNames[role]}
          </option>
        ))}
      </SelectField>
      <SelectField name="team" label="Team" defaultValue={values.team} error={problems.team}>
        {teams.length === 0 && <option value="">Add a team first</option>}
        {teams.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="jobTitle"
        label="Job title"
        optional
        autoComplete="off"
        defaultValue={values.jobTitle}
        error={problems.jobTitle}
        maxLength={100}
      />
    </div>
  );
}
