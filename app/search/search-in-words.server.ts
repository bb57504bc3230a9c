import { exactDate } from "../ui/dates.ts";
import { filterFields, filterNames } from "./filter-choices.ts";
import { findFilterLabels } from "./find-filter-labels.server.ts";
import { savedRequest } from "./saved-search.ts";
import type { SearchRequest } from "./search-request.ts";
import { writeQuery } from "./write-query.ts";

/** What searches ask for, by their addresses, each in a line: its words, then its filters by the names they have. */
export async function searchesInWords(addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const labels = await findFilterLabels();
  return addresses.map((address) => inWords(savedRequest(address), labels));
}

function inWords(request: SearchRequest, labels: Awaited<ReturnType<typeof findFilterLabels>>): string {
  const { people, from, to, fresh, unread } = request;
  const filters = filterNames.flatMap((name) =>
    request[filterFields[name]].map((value) => labels[name].get(value) ?? value),
  );
  return [
    writeQuery(request),
    ...filters,
    ...people.map((handle) => `by ${labels.person.get(handle) ?? `@${handle}`}`),
    from && `from ${exactDate(from)}`,
    to && `until ${exactDate(to)}`,
    unread && "not yet read by me",
    fresh && "still current",
  ]
    .filter(Boolean)
    .join(" · ");
}
