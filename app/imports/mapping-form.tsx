import { Form } from "@remix-run/react";
import type { JSX } from "react";
import {
  bases,
  basisNames,
  insightKindNames,
  insightKinds,
  visibilities,
  visibilityNames,
} from "../insights/insight.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { columnExample } from "./column-example.ts";
import {
  columnMeanings,
  columnNames,
  dateOrderNames,
  dateOrders,
  type ImportMapping,
  meaningNames,
} from "./import-mapping.ts";
import { ReadingFields } from "./reading-fields.tsx";

export type Choice = { slug: string; name: string };

type MappingFormProps = {
  mapping: ImportMapping;
  headings: readonly string[];
  samples: readonly (readonly string[])[];
  departments: readonly Choice[];
  channels: readonly Choice[];
  mappingNames: readonly string[];
  errors: readonly { id: string; message: string }[];
  busy: boolean;
};

/** Which column means what, with an example from the file beside each. */
export function MappingForm(props: MappingFormProps): JSX.Element {
  const { mapping, headings, samples, departments, channels, errors, busy } = props;
  const say = useOurWords();
  const names = columnNames(headings);
  const errorOf = (id: string) => say(errors.find((error) => error.id === id)?.message ?? "");
  return (
    <Form method="post" className="grid gap-6">
      <ErrorSummary
        errors={errors.map(({ id, message }) => ({ id, message: say(message) }))}
        reassurance="Your file is kept."
      />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {columnMeanings.map((meaning) => {
          const { label, hint } = meaningNames[meaning];
          const id = `column-${meaning}`;
          return (
            <SelectField
              key={meaning}
              name={id}
              label={say(label)}
              hint={hint}
              error={errorOf(id)}
              defaultValue={mapping.columns[meaning] ?? ""}
            >
              <option value="">{meaning === "body" ? "Choose a column" : "No column"}</option>
              {names.map((name, place) => (
                <option key={name} value={name}>
                  {columnExample(name, samples, place)}
                </option>
              ))}
            </SelectField>
          );
        })}
      </div>
      <fieldset className="grid gap-4">
        <legend className="mb-2 text-lg font-semibold">Where a row does not say</legend>
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <SelectField
            name="default-department"
            label={say("Use the department")}
            defaultValue={mapping.defaults.department}
          >
            <option value="">None: the row is not brought in</option>
            {departments.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField name="default-channel" label="Use the channel" defaultValue={mapping.defaults.channel}>
            <option value="">None: the row is not brought in</option>
            {channels.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField name="default-kind" label="Use the kind" defaultValue={mapping.defaults.kind}>
            {insightKinds.map((kind) => (
              <option key={kind} value={kind}>
                {insightKindNames[kind]}
              </option>
            ))}
          </SelectField>
          <SelectField name="default-basis" label="Use the basis" defaultValue={mapping.defaults.basis}>
            {bases.map((basis) => (
              <option key={basis} value={basis}>
                {basisNames[basis]}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="default-visibility"
            label="Let it be seen by"
            defaultValue={mapping.defaults.visibility}
          >
            {visibilities.map((visibility) => (
              <option key={visibility} value={visibility}>
                {visibilityNames[visibility]}
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
      </fieldset>
      <TextField
        name="keep-as"
        label="Keep these choices under a name"
        hint="For the next file from the same place."
        optional
        maxLength={60}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="check" pending={busy} pendingLabel="Checking">
          Check the file
        </Button>
      </div>
      <ReadAgain {...props} />
    </Form>
  );
}

/** For a file whose letters or columns look wrong. */
function ReadAgain({ mapping, mappingNames }: MappingFormProps): JSX.Element {
  return (
    <Disclosure summary="The columns or letters look wrong">
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-3">
          <ReadingFields encoding={mapping.encoding} separator={mapping.separator} />
          <SelectField name="named" label="Choices kept as" defaultValue="">
            <option value="">As above</option>
            {mappingNames.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </SelectField>
        </div>
        <div>
          <Button name="intent" value="look" variant="secondary">
            Read it this way
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
