import type { JSX } from "react";
import { ChipLink } from "../ui/chip-link.tsx";
import type { FilterInForce } from "./filters-in-force.ts";
import { type SearchRequest, searchAddress } from "./search-request.ts";

type FilterChipsProps = { request: SearchRequest; inForce: readonly FilterInForce[] };

/** The filters in force, each a link to the search without it. */
export function FilterChips({ request, inForce }: FilterChipsProps): JSX.Element | null {
  if (inForce.length === 0) return null;
  return (
    <ul aria-label="Filters in force" className="mb-4 flex flex-wrap gap-1.5">
      {inForce.map(({ key, label, without }) => (
        <li key={key} className="max-w-full">
          <ChipLink chosen to={searchAddress(request, without)}>
            {label}
          </ChipLink>
        </li>
      ))}
    </ul>
  );
}
