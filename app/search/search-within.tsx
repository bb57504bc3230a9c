import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";

type SearchWithinProps = {
  /** "Search within School of Law". */
  label: string;
  /** The filter the page stands for, as the address of a search has it. */
  within: Readonly<Record<string, string>>;
};

/** A search of what one page is about: it leads to the page of results with that page as a filter. */
export function SearchWithin({ label, within }: SearchWithinProps): JSX.Element {
  return (
    <Form
      method="get"
      action="/search"
      role="search"
      aria-label="Only here"
      className="mb-6 flex items-end gap-2 print:hidden"
    >
      {Object.entries(within).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        className="flex-1"
        id="search-within"
        name="q"
        type="search"
        label={label}
        hideLabel
        placeholder={label}
      />
      <Button variant="secondary" className="min-h-11">
        Search
      </Button>
    </Form>
  );
}
