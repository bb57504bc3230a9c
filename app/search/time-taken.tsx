import type { JSX } from "react";
import type { Day } from "../settings/calendar.ts";
import { exactDate, monthWords } from "../ui/dates.ts";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import type { Stretch } from "./date-words.ts";
import { daysOfMonth } from "./days-of-month.ts";
import { type SearchRequest, searchAddress } from "./search-request.ts";

type Spoken = SearchRequest & { spoken: string };

const leading =
  /^(in|during|over|throughout|from|for|heard|posted|since|after|before|until|till|up to)( in| on)?( the)? /i;

export function speaksOfTime(request: SearchRequest): request is Spoken {
  return request.spoken !== undefined;
}

/** That words were taken for a time, and the same search with them as words. */
export function TimeTaken({ request }: { request: Spoken }): JSX.Element {
  const { spoken, phrases } = request;
  const words = spoken.replace(leading, "");
  const anyTime = { from: undefined, to: undefined, spoken: undefined };
  const asWords = searchAddress(request, { ...anyTime, phrases: [...phrases, words] });
  return (
    <p className="mb-4 max-w-measure text-soft" {...linksInPlace}>
      “{spoken}” is taken as when it was heard: {timeInWords(request)}.{" "}
      <a href={asWords} className="link inline-block min-h-6 pointer-coarse:min-h-11">
        Search for the {/\s/.test(words) ? "words" : "word"} “{words}” instead
      </a>
    </p>
  );
}

/** The stretches a search can be narrowed to, and the one its words asked for, so that it is called something. */
export function withTimeTaken(stretches: Stretch[], { spoken, from, to }: SearchRequest): Stretch[] {
  const isKnown = stretches.some((one) => one.from === from && one.to === to);
  if (spoken === undefined || !from || !to || isKnown) return stretches;
  return [...stretches, { words: timeInWords({ from, to }), from, to }];
}

/** "November 2026", "24 November 2026", "1 September to 31 December 2026", "since 1 September 2026". */
export function timeInWords({ from, to }: { from?: Day; to?: Day }): string {
  if (!from) return to ? `until ${exactDate(to)}` : "at any time";
  if (!to) return `since ${exactDate(from)}`;
  if (from === to) return exactDate(from);
  if (daysOfMonth(from.slice(0, 7))?.to === to && from.endsWith("-01")) return monthWords(from.slice(0, 7));
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${exactDate(from)} to ${exactDate(to)}`;
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) return from.slice(0, 4);
  return `${exactDate(from).replace(/ \d{4}$/, "")} to ${exactDate(to)}`;
}
