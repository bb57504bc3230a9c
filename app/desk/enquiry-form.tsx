import { Form } from "@remix-run/react";
import CircleAlert from "lucide-react/icons/circle-alert";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import { LazyCombobox } from "../ui/combobox.lazy.tsx";
import type { ComboboxOption } from "../ui/combobox-option.ts";
import { Icon } from "../ui/icon.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import {
  type EnquiryProblems,
  type EnquirySource,
  effortHints,
  efforts,
  enquiryKindHints,
  enquiryKindNames,
  enquiryKinds,
  enquiryLimits,
  type SentEnquiry,
} from "./enquiry.ts";

type EnquiryFormProps = {
  /** Pressed twice, it counts once. */
  idempotencyKey: string;
  values: SentEnquiry;
  problems: EnquiryProblems;
  departments: readonly { slug: string; name: string; aliases: string[] }[];
  sources: readonly EnquirySource[];
  today: string;
  busy: boolean;
};

/** One press for what came in, with what was said of the last one kept. */
export function EnquiryForm(props: EnquiryFormProps): JSX.Element {
  const { idempotencyKey, values, problems, departments, sources, today, busy } = props;
  const options: ComboboxOption[] = departments.map(({ slug, name, aliases }) => ({
    value: slug,
    label: name,
    keywords: aliases,
  }));
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="intent" value="log" />
      <input type="hidden" name="key" value={idempotencyKey} />
      <div className="grid gap-4 sm:grid-cols-2">
        <LazyCombobox
          name="department"
          label="Department"
          hint="Nothing, when nobody knows."
          optional
          options={options}
          defaultValue={values.department ? [values.department] : []}
          error={problems.department}
          placeholder="Name or nickname"
        />
        <SelectField
          name="source"
          label="Where it came in"
          hint="A desk, the chat, the telephone."
          defaultValue={values.source}
          error={problems.source}
        >
          {sources.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Kinds chosen={values.kind} error={problems.kind} />
      <Efforts chosen={values.effort} error={problems.effort} />
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          name="count"
          label="How many"
          type="number"
          inputMode="numeric"
          min={1}
          max={enquiryLimits.count}
          defaultValue={values.count}
          error={problems.count}
          className="w-28"
        />
        <TextField
          name="askedOn"
          label="Day"
          type="date"
          max={today}
          defaultValue={values.askedOn}
          error={problems.askedOn}
          className="w-44"
        />
        <Button className="min-h-11" pending={busy} pendingLabel="Saving">
          Save and next
        </Button>
      </div>
    </Form>
  );
}

type ChosenProps = { chosen: string; error?: string };

function Kinds({ chosen, error }: ChosenProps): JSX.Element {
  return (
    <CheckGroup legend="What it was about">
      <Wrong id="kind" error={error} />
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(12rem,100%),1fr))] gap-x-4">
        {enquiryKinds.map((kind, at) => (
          <CheckField
            key={kind}
            id={at === 0 ? "kind" : undefined}
            type="radio"
            name="kind"
            value={kind}
            label={enquiryKindNames[kind]}
            hint={enquiryKindHints[kind]}
            defaultChecked={chosen === kind}
          />
        ))}
      </div>
    </CheckGroup>
  );
}

function Efforts({ chosen, error }: ChosenProps): JSX.Element {
  return (
    <CheckGroup legend="Effort, on the READ scale">
      <Wrong id="effort" error={error} />
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-4">
        {efforts.map((effort) => (
          <CheckField
            key={effort}
            type="radio"
            name="effort"
            value={effort}
            label={
              <>
                {effort} <span className="text-sm text-soft">{effortHints[effort]}</span>
              </>
            }
            defaultChecked={chosen === String(effort)}
          />
        ))}
        <CheckField
          id="effort"
          type="radio"
          name="effort"
          value=""
          label="Not noted"
          defaultChecked={!efforts.some((effort) => String(effort) === chosen)}
        />
      </div>
    </CheckGroup>
  );
}

function Wrong({ id, error }: { id: string; error?: string }): JSX.Element | null {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="flex gap-1.5 text-sm font-medium text-danger">
      <Icon of={CircleAlert} className="size-4 lower" />
      {error}
    </p>
  );
}
