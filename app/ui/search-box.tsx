import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import type { JSX } from "react";
import { Icon } from "./icon.tsx";

export type SearchBoxProps = {
  action: string;
  /** What was searched for, when this page shows its results. */
  query?: string;
  label?: string;
  placeholder?: string;
  /** Sent along unseen: the filters in force on the page of results. */
  hidden?: readonly (readonly [name: string, value: string])[];
};

/** The one search box: a plain GET form. */
export function SearchBox({
  action,
  query,
  label = "Search",
  placeholder,
  hidden = [],
}: SearchBoxProps): JSX.Element {
  return (
    <Form role="search" method="get" action={action} className="relative min-w-28 max-w-xl flex-1">
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Icon of={Search} className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-soft" />
      <input
        key={query}
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={query}
        enterKeyHint="search"
        autoComplete="off"
        data-shortcut="search"
        className="min-h-10 w-full rounded-md border border-edge bg-surface pr-3 pl-9 text-base pointer-coarse:min-h-11"
      />
    </Form>
  );
}
