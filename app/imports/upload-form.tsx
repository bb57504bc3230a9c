import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CsvFileField } from "../ui/csv-file-field.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { SelectField } from "../ui/text-field.tsx";

type UploadFormProps = { mappingNames: readonly string[]; problem?: string; busy: boolean };

const hint = "CSV, at most 50 MB and 200,000 rows. Its first line names the columns.";

/** The file, and where it comes from. */
export function UploadForm({ mappingNames, problem, busy }: UploadFormProps): JSX.Element {
  return (
    <Form method="post" encType="multipart/form-data" className="grid gap-5">
      <ErrorSummary errors={problem ? [{ id: "file", message: problem }] : []} />
      <CsvFileField hint={hint} error={problem} />
      <SelectField name="named" label="Where it comes from" defaultValue="">
        <option value="">Tell by its columns</option>
        {mappingNames.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      <div>
        <Button pending={busy} pendingLabel="Sending the file">
          Look at the file
        </Button>
      </div>
    </Form>
  );
}
