import { listDepartments } from "#app/departments/list-departments.server.ts";
import { insightKindNames } from "#app/insights/insight.ts";
import { listOfferedTags } from "#app/insights/list-offered-tags.server.ts";
import { tagsMeantFor } from "#app/insights/tags-meant-for.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { findLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { daysMeant } from "./date-words.ts";
import { mayHoldTime, timeIn, withoutTime } from "./dates-in-words.ts";
import { departmentsMeant } from "./departments-meant.server.ts";
import { findDialect } from "./find-dialect.server.ts";
import { findFilterLabels } from "./find-filter-labels.server.ts";
import { meant, type Named } from "./meant.ts";
import type { Operator } from "./read-query.ts";
import { findsNothing, parseSearchRequest, type SearchRequest, searchLimits } from "./search-request.ts";

type Asked = { person: Person; parameters: URLSearchParams };

/** The search an address asks for, with what stands in its box (`by:priya`, `in:informatics`) understood, and its words. */
export async function readSearch({ person, parameters }: Asked): Promise<SearchRequest> {
  const [request, dialect] = await Promise.all([
    understandRequest({ person, request: parseSearchRequest(parameters) }),
    findDialect(),
  ]);
  const meanings = dialect.meaningsIn(request.q);
  const strange = dialect.strangeIn(request.q);
  const [tags, departments] = await Promise.all([
    request.tags.length === 0 ? [] : tagsMeantFor(person, request.tags),
    departmentsMeant(request.departments),
  ]);
  return { ...request, meanings, strange: strange.length > 0 ? strange : undefined, tags, departments };
}

/**
 * Finds out what the operators of a request name, and when its words speak of a time which, and makes filters of them. A name nobody has stays as it was typed: as a
 * filter it finds nothing, and the page shows it.
 */
async function understandRequest({
  person,
  request: { operators, ...request },
}: {
  person: Person;
  request: SearchRequest;
}): Promise<SearchRequest> {
  const mayBeDated = request.q !== "" && !request.from && !request.to && mayHoldTime(request.q);
  if (operators.length === 0 && !mayBeDated) return { ...request, operators };
  const { timeZone } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  let understood: SearchRequest = { ...request, operators: [] };
  for (const operator of operators) {
    understood = { ...understood, ...(await understand(operator, { person, today, request: understood })) };
  }
  return withTimeTaken(understood, today);
}

/** "Reading lists last term" asks for reading lists, heard then; days that are given as such go before. */
function withTimeTaken(request: SearchRequest, today: string): SearchRequest {
  if (request.from || request.to || findsNothing(request)) return request;
  const time = timeIn(request.q, today);
  if (!time) return request;
  const { said: spoken, from, to } = time;
  return { ...request, q: withoutTime(request.q, time), from, to, spoken };
}

type Context = { person: Person; today: string; request: SearchRequest };

async function understand(operator: Operator, context: Context): Promise<Partial<SearchRequest>> {
  const { name, value } = operator;
  const { request, person } = context;
  switch (name) {
    case "by": {
      if (value.toLowerCase() === "me") return { people: added(request.people, [person.handle]) };
      const named = await labelled("person");
      return { people: added(request.people, meant(value.replace(/^@/, ""), named)) };
    }
    case "in": {
      const named = (await listDepartments()).map((one) => ({
        value: one.slug,
        names: [one.slug, one.name, ...one.aliases],
      }));
      return { departments: added(request.departments, meant(value, named)) };
    }
    case "tag": {
      const named = (await listOfferedTags({ person })).map((one) => ({
        value: one.name,
        names: [one.name, ...one.synonyms],
      }));
      return { tags: added(request.tags, meant(value.replace(/^#/, ""), named)) };
    }
    case "channel":
      return { channels: added(request.channels, meant(value, await labelled("channel"))) };
    case "team":
      return { teams: added(request.teams, meant(value, await labelled("team"))) };
    case "kind":
      return kindMeant(value, request);
    case "is":
      return isMeant(value, context);
    default:
      return datesMeant({ name, value }, context);
  }
}

async function labelled(kind: "person" | "channel" | "team"): Promise<Named[]> {
  const labels = await findFilterLabels();
  return [...labels[kind]].map(([value, name]) => ({ value, names: [value, name] }));
}

function added(before: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...before, ...more])].slice(0, searchLimits.valuesPerFilter);
}

function kindMeant(value: string, request: SearchRequest): Partial<SearchRequest> {
  const named = Object.entries(insightKindNames).map(([kind, name]) => ({
    value: kind,
    names: [kind, name],
  }));
  const found = meant(value, named);
  const kinds = (Object.keys(insightKindNames) as SearchRequest["kinds"]).filter((kind) =>
    found.includes(kind),
  );
  if (kinds.length === 0) return { problems: [...request.problems, "kind"] };
  return { kinds: [...new Set([...request.kinds, ...kinds])] };
}

function isMeant(value: string, { request, today }: Context): Partial<SearchRequest> {
  if (["unread", "new"].includes(value.toLowerCase())) return { unread: true };
  if (["current", "fresh"].includes(value.toLowerCase())) return { fresh: today };
  return { problems: [...request.problems, "is"] };
}

function datesMeant({ name, value }: Operator, { request, today }: Context): Partial<SearchRequest> {
  const isFrom = name === "after" || name === "since";
  const days = daysMeant(value, { today, name });
  if (!days) return { problems: [...request.problems, isFrom ? "from" : "to"] };
  const { from, to } = request;
  if (isFrom) return { from: from && from > days ? from : days };
  return { to: to && to < days ? to : days };
}
