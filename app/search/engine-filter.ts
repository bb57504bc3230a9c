import type { Rule } from "#app/insights/readable.ts";
import type { SearchRequest } from "./search-request.ts";

/** A condition as the engine takes it: every entry must hold; of an entry that is a list, one. */
export type EngineFilter = (string | string[])[];

type Attribute =
  | "departments"
  | "tags"
  | "channel"
  | "kind"
  | "team"
  | "people"
  | "visibility"
  | "teamId"
  | "authorId";

/** The only place where a value enters a filter. Backslashes first, so that none can free a quotation mark. */
function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, "\\$&")}"`;
}

function is(attribute: Attribute, value: string): string {
  return `${attribute} = ${quoted(value)}`;
}

/** The reading rule for the engine, as `readableInSql` compiles it for PostgreSQL. */
export function readableFilter(rule: Rule): EngineFilter {
  if (rule.length === 0 || rule.some((clause) => clause.length === 0)) {
    throw new Error("a reading rule with nothing in it would let everyone read everything");
  }
  return rule.map((clause) => clause.map((term) => is(term.field, term.is)));
}

/** What the request asks for besides its words. */
export function requestFilter(request: SearchRequest): EngineFilter {
  const filter: EngineFilter = [];
  const oneOf = (attribute: Attribute, values: readonly string[]): void => {
    if (values.length > 0) filter.push(values.map((value) => is(attribute, value)));
  };
  oneOf("departments", request.departments);
  oneOf("tags", request.tags);
  oneOf("channel", request.channels);
  oneOf("kind", request.kinds);
  oneOf("team", request.teams);
  oneOf("people", request.people);
  if (request.from) filter.push(`heardOn >= ${dayNumber(request.from)}`);
  if (request.to) filter.push(`heardOn <= ${dayNumber(request.to)}`);
  if (request.fresh) filter.push("current = 1", `reviewOn > ${dayNumber(request.fresh)}`);
  return filter;
}

/** Leaves out what this person posted. */
export function notBy(authorId: string): EngineFilter {
  return [`authorId != ${quoted(authorId)}`];
}

/** Leaves out insights whose document in the index is not known to be current. */
export function withoutIds(ids: readonly string[]): EngineFilter {
  return ids.length > 0 ? [`id NOT IN [${ids.map(quoted).join(", ")}]`] : [];
}

/** Nothing but these. */
export function onlyIds(ids: readonly string[]): EngineFilter {
  return [`id IN [${ids.map(quoted).join(", ")}]`];
}

/** yyyymmdd of a day that was parsed already; whatever is none matches nothing. */
function dayNumber(day: string): number {
  const digits = Number(day.replaceAll("-", ""));
  if (!Number.isSafeInteger(digits)) throw new Error("not a day");
  return digits;
}
