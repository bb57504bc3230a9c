import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { sentFields } from "../ui/sent-fields.ts";
import { SelectField, TextField } from "../ui/text-field.tsx";
import type { LibraryProblems, SentLibrary } from "./library-draft.ts";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type LibraryFormProps = {
  values: SentLibrary;
  problems: LibraryProblems;
  timeZones: readonly string[];
  submitLabel: string;
};

/** The library's own settings as one form. */
export function LibraryForm({ values, problems, timeZones, submitLabel }: LibraryFormProps): JSX.Element {
  const pending = useNavigation().state === "submitting";
  const errors = Object.entries(problems).map(([id, message]) => ({ id, message }));
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={errors} reassurance="Nothing you typed is lost." />
      <LibraryFields values={values} problems={problems} timeZones={timeZones} />
      <Button pending={pending} pendingLabel="Saving…" className="justify-self-start">
        {submitLabel}
      </Button>
    </Form>
  );
}

type LibraryFieldsProps = Omit<LibraryFormProps, "submitLabel">;

/** Its fields, for whichever form asks for them. */
export function LibraryFields({ values, problems, timeZones }: LibraryFieldsProps): JSX.Element {
  const field = sentFields(values, problems);
  return (
    <>
      <TextField
        {...field("libraryName")}
        label="Name of the library"
        hint="Stands on the page for signing in and in mails."
        maxLength={100}
        required
      />
      <TextField
        {...field("contact")}
        type="email"
        label="Whom to write to about Corridor"
        hint="An e-mail address, shown to anybody on the pages for signing in and about accessibility."
        optional
        maxLength={254}
        autoComplete="off"
      />
      <SelectField
        {...field("timeZone")}
        label="Time zone"
        hint="Says which day it is, and so which week an insight belongs to."
      >
        {timeZones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-medium">
          What you call the groups of people you serve
          <span className="block text-sm font-normal text-soft">
            Usually “department” and “departments”; yours may say “group”, “practice” or “unit”.
          </span>
        </legend>
        <TextField {...field("departmentOne")} label="One of them" maxLength={40} required />
        <TextField {...field("departmentMany")} label="Several of them" maxLength={40} required />
      </fieldset>
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-medium">
          When the week before is closed
          <span className="block text-sm font-normal text-soft">
            From then on its issue is finished, and is sent to those who have it by mail.
          </span>
        </legend>
        <SelectField {...field("weekDay")} label="Day">
          {days.map((day, at) => (
            <option key={day} value={String(at + 1)}>
              {day}
            </option>
          ))}
        </SelectField>
        <TextField {...field("weekTime")} type="time" label="Time" required />
      </fieldset>
    </>
  );
}
