import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { enquiryKindNames, enquiryKinds } from "../desk/enquiry.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { CheckField } from "../ui/check-field.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { SelectField } from "../ui/text-field.tsx";
import { columnExample } from "./column-example.ts";
import { type EnquiryMapping, enquiryColumnNames, enquiryColumns } from "./enquiry-mapping.ts";
import { columnNames, dateOrderNames, dateOrders } from "./import-mapping.ts";
import { ReadingFields } from "./reading-fields.tsx";

type EnquiryMappingFormProps = {
  mapping: EnquiryMapping;
  headings: readonly string[];
  samples: readonly (readonly string[])[];
  sources: readonly { id: string; name: string }[];
  errors: readonly { id: string; message: string }[];
  busy: boolean;
};

/** Which column of a file of enquiries means what, with an example beside each. */
export function EnquiryMappingForm(props: EnquiryMappingFormProps): JSX.Element {
  const { mapping, headings, samples, sources, errors, busy } = props;
  const names = columnNames(headings);
  const say = useOurWords();
  return (
    <Form method="post" className="grid gap-6">
      <ErrorSummary errors={errors} reassurance="Your file is kept." />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {enquiryColumns.map((column) => (
          <SelectField
            key={column}
            name={`column-${column}`}
            label={say(enquiryColumnNames[column].label)}
            hint={say(enquiryColumnNames[column].hint ?? "")}
            error={errors.find(({ id }) => id === `column-${column}`)?.message}
            defaultValue={mapping.columns[column] ?? ""}
          >
            <option value="">No column</option>
            {names.map((name, place) => (
              <option key={name} value={name}>
                {columnExample(name, samples, place)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <fieldset className="grid gap-4">
        <legend className="mb-2 text-lg font-semibold">Where a row does not say</legend>
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <SelectField name="default-source" label="They came in at" defaultValue={mapping.defaults.source}>
            <option value="">Nowhere: the row is not brought in</option>
            {sources.map(({ id, name }) => (
              <option key={id}>{name}</option>
            ))}
          </SelectField>
          <SelectField name="default-kind" label="They were about" defaultValue={mapping.defaults.kind}>
            {enquiryKinds.map((kind) => (
              <option key={kind} value={kind}>
                {enquiryKindNames[kind]}
              </option>
            ))}
          </SelectField>
          <SelectField name="dates" label="Dates such as 03/04/2024" defaultValue={mapping.dates}>
            {dateOrders.map((order) => (
              <option key={order} value={order}>
                {dateOrderNames[order]}
              </option>
            ))}
          </SelectField>
        </div>
        <CheckField
          name="lenient"
          value="yes"
          defaultChecked={mapping.lenient}
          label={say("Count rows whose department or kind nobody knows here all the same")}
          hint={say(
            "Without a department, or as something else. Otherwise they are refused, for you to put right.",
          )}
        />
      </fieldset>
      <div>
        <Button name="intent" value="check" pending={busy} pendingLabel="Checking">
          Check the file
        </Button>
      </div>
      <Disclosure summary="The columns or letters look wrong">
        <div className="grid gap-4 sm:grid-cols-2">
          <ReadingFields encoding={mapping.encoding} separator={mapping.separator} />
        </div>
      </Disclosure>
    </Form>
  );
}
