import { exactDate } from "../ui/dates.ts";
import type { Stretch } from "./date-words.ts";
import { type Facet, withValueTurned } from "./facets.ts";
import type { SearchRequest } from "./search-request.ts";

/** A filter in force: what to call it, and the search without it. */
export type FilterInForce = { key: string; label: string; without: Partial<SearchRequest> };

type Given = {
  request: SearchRequest;
  facets: readonly Facet[];
  stretches: readonly Stretch[];
  /** What those are called whose handles a search may name. */
  names: readonly { handle: string; name: string }[];
};

/** The filters of a request in words, each with what the request would be without it. */
export function filtersInForce({ request, facets, stretches, names }: Given): FilterInForce[] {
  const chosen = facets.flatMap(({ name, values }) =>
    values
      .filter((value) => value.chosen)
      .map((value) => ({
        key: `${name}-${value.value}`,
        label: value.label,
        without: withValueTurned(request, name, value),
      })),
  );
  const { people, phrases, excluded, from, to, fresh, unread } = request;
  const without = (values: readonly string[], value: string) => values.filter((other) => other !== value);
  const by = [
    ...people.map((handle) => ({
      key: `person-${handle}`,
      label: `by ${names.find((one) => one.handle === handle)?.name ?? `@${handle}`}`,
      without: { people: without(people, handle) },
    })),
    ...phrases.map((phrase) => ({
      key: `phrase-${phrase}`,
      label: `exactly “${phrase}”`,
      without: { phrases: without(phrases, phrase) },
    })),
    ...excluded.map((words) => ({
      key: `without-${words}`,
      label: `without “${words}”`,
      without: { excluded: without(excluded, words) },
    })),
    ...(unread ? [{ key: "unread", label: "not yet read by me", without: { unread: false } }] : []),
    ...(fresh ? [{ key: "fresh", label: "still current", without: { fresh: undefined } }] : []),
  ];
  const stretch = stretches.find((one) => one.from === from && one.to === to);
  if (stretch) {
    const without = { from: undefined, to: undefined };
    return [...chosen, ...by, { key: "stretch", label: stretch.words, without }];
  }
  return [
    ...chosen,
    ...by,
    ...(from ? [{ key: "from", label: `from ${exactDate(from)}`, without: { from: undefined } }] : []),
    ...(to ? [{ key: "to", label: `until ${exactDate(to)}`, without: { to: undefined } }] : []),
  ];
}
