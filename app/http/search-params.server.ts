import { badRequest } from "./problems.server.ts";

const mostRepeats = 50;
const lastPage = 50;

type Names<One extends string, Many extends string> = { one?: readonly One[]; many?: readonly Many[] };
type Params<One extends string, Many extends string> = { [Name in One]: string | undefined } & {
  [Name in Many]: string[];
};

/**
 * The named query parameters: those of `one` may come once, those of `many` again and again. Anything sent twice or
 * with brackets is a 400, anything else unnamed is left out.
 */
export function searchParams<One extends string = never, Many extends string = never>(
  request: Request,
  { one = [], many = [] }: Names<One, Many>,
): Params<One, Many> {
  const sent = new URL(request.url).searchParams;
  for (const name of sent.keys()) {
    if (/[[\]]/.test(name)) badRequest("That address could not be read.");
  }
  const params = Object.create(null) as Record<string, string | string[] | undefined>;
  for (const name of one) params[name] = values(sent, name, 1)[0];
  for (const name of many) params[name] = values(sent, name, mostRepeats);
  return params as Params<One, Many>;
}

function values(sent: URLSearchParams, name: string, most: number): string[] {
  const all = sent.getAll(name);
  if (all.length > most) badRequest("That address says something twice.");
  return all.map((value) => value.replaceAll("\0", ""));
}

/** A page number: the first when none is given; outside 1 to 50 is a 400. */
export function pageNumber(value: string | undefined): number {
  if (value === undefined || value === "") return 1;
  const page = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (page < 1 || page > lastPage) badRequest(`Pages go from 1 to ${lastPage}.`);
  return page;
}

/** A list's cursor: a server sequence number, or undefined for the start. Anything else is a 400. */
export function readCursor(value: string | undefined): number | undefined {
  if (value === undefined || value === "") return undefined;
  if (!/^\d{1,15}$/.test(value)) badRequest("That address could not be read.");
  return Number(value);
}
