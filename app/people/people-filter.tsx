import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { stateNames } from "./people-list.tsx";

/** Narrows the list by words and by state. */
export function PeopleFilter({ q, state }: { q: string; state: string }): JSX.Element {
  return (
    <Form method="get" role="search" aria-label="This list" className="mb-4 flex flex-wrap items-end gap-3">
      <TextField
        id="people-q"
        name="q"
        type="search"
        label="Name, address or team"
        defaultValue={q}
        className="min-w-0 flex-1 basis-48"
      />
      <SelectField id="people-state" name="state" label="State" defaultValue={state} className="basis-40">
        <option value="">All</option>
        {Object.entries(stateNames).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button variant="secondary" className="min-h-11">
        Show
      </Button>
    </Form>
  );
}
