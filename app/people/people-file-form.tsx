import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CsvFileField } from "../ui/csv-file-field.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { SelectField } from "../ui/text-field.tsx";
import { peopleFile } from "./people-file.ts";
import { roleNames, roles } from "./person.ts";

const hint = `CSV, at most ${peopleFile.rows} rows. Its first line names the columns: Name and E-mail, and if you have them Role, Team and Job title.`;

type PeopleFileFormProps = { teams: readonly { name: string }[]; problem?: string };

/** The file, and what holds for rows that do not say. */
export function PeopleFileForm({ teams, problem }: PeopleFileFormProps): JSX.Element {
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post" encType="multipart/form-data" className="grid gap-5">
      <ErrorSummary errors={problem ? [{ id: "file", message: problem }] : []} />
      <CsvFileField hint={hint} error={problem} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="role" label="Role where a row has none" defaultValue="assistant">
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </SelectField>
        <SelectField name="team" label="Team where a row has none" defaultValue="">
          <option value="">None: such a row is refused</option>
          {teams.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Button pending={busy} pendingLabel="Reading the file…" className="justify-self-start">
        Look at the file
      </Button>
    </Form>
  );
}
