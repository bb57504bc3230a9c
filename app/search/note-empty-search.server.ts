import { log } from "#app/log.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { findLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { keepEmptySearch } from "#app/vocabulary/keep-empty-searches.server.ts";
import { findsNothing, isFiltered, type SearchRequest } from "./search-request.ts";
import { wordDistance } from "./word-distance.ts";

/** After this long without going on from it a search was meant as it stands. */
const settlingMilliseconds = 5_000;
/** Within this time the same words of the same person are one search. */
const onceMilliseconds = 60 * 60_000;
const mostCompared = 80;
const mostRemembered = 10_000;

type Waiting = { q: string; timer: NodeJS.Timeout };

// Who searches is known to this process's memory alone, for as long as it takes to count them once.
const waiting = new Map<string, Waiting>();
const counted = new Map<string, number>();

type Searched = {
  person: Pick<Person, "id">;
  request: SearchRequest;
  /** How much was found, by name too. */
  found: number;
};

/** Hears of every settled search: one that found nothing, and that its person does not go on from, is counted for editors. */
export function noteSearch({ person, request, found }: Searched): void {
  const { q, page, unread } = request;
  if (q === "" || page > 1 || unread || isFiltered(request) || findsNothing(request)) return;
  const before = waiting.get(person.id);
  if (before) {
    clearTimeout(before.timer);
    waiting.delete(person.id);
    if (!goesOn(before.q, q)) count(person.id, before.q);
  }
  if (found > 0) return;
  const timer = setTimeout(() => {
    waiting.delete(person.id);
    count(person.id, q);
  }, settlingMilliseconds);
  timer.unref();
  waiting.set(person.id, { q, timer });
}

/** A letter more or fewer, or a slip put right. */
function goesOn(before: string, q: string): boolean {
  if (q.startsWith(before) || before.startsWith(q)) return true;
  const longest = Math.max(q.length, before.length);
  return longest <= mostCompared && wordDistance(before, q) <= (longest > 6 ? 2 : 1);
}

function count(personId: string, q: string): void {
  const key = `${personId} ${q.toLowerCase()}`;
  const last = counted.get(key);
  const now = Date.now();
  if (last !== undefined && now - last < onceMilliseconds) return;
  counted.delete(key);
  counted.set(key, now);
  const [oldest] = counted.keys();
  if (counted.size > mostRemembered && oldest !== undefined) counted.delete(oldest);
  keep(q).catch((error: unknown) => {
    log().warn({ code: (error as { code?: unknown }).code }, "a search that found nothing was not counted");
  });
}

async function keep(q: string): Promise<void> {
  const { timeZone } = await findLibrarySettings();
  await keepEmptySearch({ q, today: dayIn(timeZone, new Date()) });
}
