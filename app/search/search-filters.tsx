import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { ChipLink } from "../ui/chip-link.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import {
  type FilterChoices,
  type FilterName,
  filterFields,
  filterNames,
  filtersInForce,
} from "./filter-choices.ts";
import { type SearchRequest, searchAddress } from "./search-request.ts";

type SearchFiltersProps = { request: SearchRequest; choices: FilterChoices; departmentWord: string };

/** The filters in force, each a link to the search without it, and a GET form that adds another. */
export function SearchFilters({ request, choices, departmentWord }: SearchFiltersProps): JSX.Element {
  const inForce = filtersInForce(request, choices);
  const labels: Record<FilterName, string> = {
    department: departmentWord.charAt(0).toUpperCase() + departmentWord.slice(1),
    tag: "Tag",
    channel: "How heard",
    kind: "Kind",
    team: "Team",
  };
  return (
    <div className="mb-6 grid gap-2 border-b border-line pb-3">
      {inForce.length > 0 && (
        <ul aria-label="Filters in force" className="flex flex-wrap gap-1.5">
          {inForce.map(({ key, label, without }) => (
            <li key={key}>
              <ChipLink chosen to={searchAddress(request, without)}>
                {label}
              </ChipLink>
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary="Filters">
        <Form method="get" action="/search" className="grid gap-4" key={searchAddress(request)}>
          <Carried request={request} />
          <div className="grid gap-4 sm:grid-cols-2">
            {filterNames.map((name) => (
              <SelectField key={name} name={name} id={`filter-${name}`} label={labels[name]} defaultValue="">
                <option value="">Any</option>
                {choices[name].map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </SelectField>
            ))}
            <TextField
              name="from"
              id="filter-from"
              type="date"
              label="Heard from"
              defaultValue={request.from}
            />
            <TextField name="to" id="filter-to" type="date" label="Heard until" defaultValue={request.to} />
            <SelectField name="sort" id="filter-sort" label="Order" defaultValue={request.sort}>
              <option value="relevance">Best match first</option>
              <option value="newest">Newest first</option>
            </SelectField>
          </div>
          <Button variant="secondary" className="justify-self-start">
            Apply filters
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}

/** What the form sends along of the search so far. */
function Carried({ request }: { request: SearchRequest }): JSX.Element {
  const carried: [string, string][] = [
    ["q", request.q],
    ...(request.person ? [["person", request.person] as [string, string]] : []),
    ...filterNames.flatMap((name) =>
      request[filterFields[name]].map((value): [string, string] => [name, value]),
    ),
  ];
  return (
    <>
      {carried.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
