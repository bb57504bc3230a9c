import { type InsightKind, insightKinds } from "#app/insights/insight.ts";
import { isDay } from "#app/settings/calendar.ts";
import { cleanLine } from "#app/text/clean-text.ts";
import { daysOfMonth } from "./days-of-month.ts";
import type { Meaning } from "./dialect.ts";
import { type Operator, readQuery } from "./read-query.ts";
import { writeQuery } from "./write-query.ts";

export const searchLimits = {
  queryCharacters: 1_000,
  pages: 50,
  hitsOnAPage: 20,
  valuesPerFilter: 20,
} as const;

export const searchSorts = ["relevance", "newest"] as const;
export type SearchSort = (typeof searchSorts)[number];

/** What is asked of a search: an address says it whole. Within a filter any value may match, every filter must. */
export type SearchRequest = {
  /** The words, apart from what follows. */
  q: string;
  /** Words that must stand together as they are, and what must not stand there. */
  phrases: string[];
  excluded: string[];
  departments: string[];
  tags: string[];
  channels: string[];
  kinds: InsightKind[];
  teams: string[];
  /** Handles of those who posted or corroborated it: one of them did. */
  people: string[];
  /** First and last day heard. */
  from: string | undefined;
  to: string | undefined;
  /** The words that were taken for them; in quotation marks they are words. */
  spoken?: string;
  /** Only what nobody has to ask about on this day: neither due a check nor replaced. */
  fresh: string | undefined;
  /** Only what this reader has not opened, posted, heard too or had before them in a weekly issue. */
  unread: boolean;
  sort: SearchSort;
  page: number;
  /** Parameters that could not be understood. Nothing is found while a filter is among them: it must not widen. */
  problems: SearchParameter[];
  /** What words of it mean besides themselves, by the library's dialect. */
  meanings: Meaning[];
  /** Words of it that nobody has written where all may read it. */
  strange?: string[];
  /** What stands in the box to be understood yet. Until then nothing is found. */
  operators: Operator[];
};

export type SearchParameter = "kind" | "from" | "to" | "is" | "sort" | "page";

const filterParameters = [
  ["department", "departments"],
  ["tag", "tags"],
  ["channel", "channels"],
  ["team", "teams"],
  ["person", "people"],
] as const;

// The others have a parameter of their own, of the same name.
const signFields = ["by", "in", "before", "after", "since", "until"] as const;

/** Every name of a filter in an address, and of whatever else an address of the search page may say. */
export const filterNames = [
  ...filterParameters.map(([name]) => name),
  "kind",
  "from",
  "to",
  "fresh",
  "unread",
];
export const searchNames = ["q", "words", "phrase", "without", ...signFields, ...filterNames, "sort", "page"];

/** What is wrong with each parameter that could not be understood, in words for a program. */
export function parameterProblems({ problems }: Pick<SearchRequest, "problems">): Record<string, string> {
  return Object.fromEntries(problems.map((name) => [name, parameterWords[name]]));
}

const parameterWords: Record<SearchParameter, string> = {
  kind: `One of ${insightKinds.join(", ")}`,
  from: "A day as 2026-11-17, or a month as 2026-11",
  to: "A day as 2026-11-17, or a month as 2026-11",
  is: "In q, is: goes with unread or current",
  sort: `One of ${searchSorts.join(", ")}`,
  page: `A number from 1 to ${searchLimits.pages}`,
};

export function parseSearchRequest(parameters: URLSearchParams): SearchRequest {
  const problems: SearchParameter[] = [];
  const values = (name: string): string[] => {
    const cleaned = parameters.getAll(name).map((value) => cleanLine(value.slice(0, 200)).toLowerCase());
    return [...new Set(cleaned.filter((value) => value !== ""))].slice(0, searchLimits.valuesPerFilter);
  };
  const one = <Value>(
    name: SearchParameter,
    read: (value: string) => Value | undefined,
  ): Value | undefined => {
    const value = parameters.get(name)?.trim();
    if (!value) return undefined;
    const understood = read(value);
    if (understood === undefined) problems.push(name);
    return understood;
  };

  const kinds = values("kind");
  const known = insightKinds.filter((kind) => kinds.includes(kind));
  if (known.length < kinds.length) problems.push("kind");
  const line = (text: string | null) => cleanLine((text ?? "").slice(0, searchLimits.queryCharacters));
  const q = [
    line(parameters.get("q")),
    line(parameters.get("words")),
    ...fromFields(parameters).map(line),
  ].filter((part) => part !== "");
  const { words, phrases, excluded, operators } = readQuery(q.join(" "));
  const request = {
    q: words,
    phrases,
    excluded,
    departments: values("department"),
    tags: values("tag"),
    channels: values("channel"),
    kinds: known,
    teams: values("team"),
    people: values("person").map((handle) => handle.replace(/^@/, "")),
    // A month picker sends months: from the first day of one to the last day of another.
    from: one("from", (value) => (isDay(value) ? value : daysOfMonth(value)?.from)),
    to: one("to", (value) => (isDay(value) ? value : daysOfMonth(value)?.to)),
    fresh: parameters.get("fresh") === "1" ? new Date().toISOString().slice(0, 10) : undefined,
    unread: parameters.get("unread") === "1",
    sort: one("sort", (value) => searchSorts.find((sort) => sort === value)) ?? "relevance",
    page: one("page", readPage) ?? 1,
  };
  return { ...request, meanings: [], problems, operators };
}

/** The fields of the form that spares people the signs, as if they had been written in the box. */
function fromFields(parameters: URLSearchParams): string[] {
  const quoted = (name: string, before: string) => {
    const value = (parameters.get(name) ?? "").replaceAll(/["“”]/g, " ").trim();
    return value === "" ? "" : `${before}"${value}"`;
  };
  const operators = signFields.map((name) => quoted(name, `${name}:`));
  return [quoted("phrase", ""), quoted("without", "-"), ...operators].filter((part) => part !== "");
}

function readPage(value: string): number | undefined {
  const page = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return page >= 1 && page <= searchLimits.pages ? page : undefined;
}

/** The address of a search, or of this one with something changed. A change begins again at the first page. */
export function searchAddress(request: Partial<SearchRequest>, change: Partial<SearchRequest> = {}): string {
  const wanted = { ...request, page: 1, ...change };
  const parameters = new URLSearchParams();
  const { q = "", phrases = [], excluded = [] } = wanted;
  const text = writeQuery({ q, phrases, excluded });
  if (text) parameters.set("q", text);
  for (const [name, field] of filterParameters) {
    for (const value of wanted[field] ?? []) parameters.append(name, value);
  }
  for (const kind of wanted.kinds ?? []) parameters.append("kind", kind);
  for (const name of ["from", "to"] as const) {
    const value = wanted[name];
    if (value) parameters.set(name, value);
  }
  if (wanted.fresh) parameters.set("fresh", "1");
  if (wanted.unread) parameters.set("unread", "1");
  if (wanted.sort && wanted.sort !== "relevance") parameters.set("sort", wanted.sort);
  if (wanted.page > 1) parameters.set("page", String(wanted.page));
  return parameters.size > 0 ? `/search?${parameters}` : "/search";
}

/** True when the request asks for more than words: something to clear, and something that may be hiding an answer. */
export function isFiltered(request: SearchRequest): boolean {
  const { departments, tags, channels, kinds, teams, people, phrases, excluded } = request;
  const lists = [departments, tags, channels, kinds, teams, people, phrases, excluded];
  const { from, to, fresh, unread } = request;
  return lists.some((values) => values.length > 0) || unread || Boolean(from ?? to ?? fresh);
}

/** True on the way into a search, before there is anything to search for. */
export function asksForNothing(request: SearchRequest): boolean {
  return request.q === "" && request.page === 1 && !isFiltered(request) && !findsNothing(request);
}

/** True when a filter was sent that means nothing: then nothing is found, rather than everything. */
export function findsNothing(request: SearchRequest): boolean {
  if (request.operators.length > 0) return true;
  return request.problems.some((problem) => problem !== "sort" && problem !== "page");
}
