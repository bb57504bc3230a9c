import { phrasePattern } from "./phrase-pattern.ts";
import { queryWords } from "./query-words.ts";
import { type SavedSearch, savedRequest } from "./saved-search.ts";
import { findsNothing, type SearchRequest } from "./search-request.ts";

/** A saved search as a row that PostgreSQL matches insights against. */
export type AskedRow = {
  id: string;
  looked_up_to: number;
  departments: string[];
  tags: string[];
  channels: string[];
  kinds: string[];
  teams: string[];
  people: string[];
  heard_from: string | null;
  heard_to: string | null;
  fresh: string | null;
  unread: boolean;
  /** Patterns of what must stand there, and of what must not. */
  phrases: string[];
  excluded: string[];
  /** All its words as a query of the dictionary; for words that the dictionary drops, a pattern of them. */
  words: string;
  pattern: string;
};

type Saved = Pick<SavedSearch, "id" | "address" | "lookedUpTo">;

/** Those of the searches that can find anything. `tagsToday`: what a tag is called that an address names. */
export function askedRows(saved: readonly Saved[], tagsToday: ReadonlyMap<string, string>): AskedRow[] {
  return saved.flatMap(({ id, address, lookedUpTo }) => {
    const request = savedRequest(address);
    if (findsNothing(request)) return [];
    return { id, looked_up_to: lookedUpTo, ...askedOf(request, tagsToday) };
  });
}

/** Every name of a tag that the searches have. */
export function tagsNamed(saved: readonly Saved[]): string[] {
  return [...new Set(saved.flatMap(({ address }) => savedRequest(address).tags))];
}

function askedOf(
  request: SearchRequest,
  tagsToday: ReadonlyMap<string, string>,
): Omit<AskedRow, "id" | "looked_up_to"> {
  const { words } = queryWords(request.q);
  return {
    departments: request.departments,
    tags: request.tags.map((name) => tagsToday.get(name) ?? name),
    channels: request.channels,
    kinds: request.kinds,
    teams: request.teams,
    people: request.people,
    heard_from: request.from ?? null,
    heard_to: request.to ?? null,
    fresh: request.fresh ?? null,
    unread: request.unread,
    phrases: request.phrases.map(phrasePattern),
    excluded: request.excluded.map(phrasePattern),
    words: words.join(" & "),
    pattern: words.length > 0 ? `\\m(${words.join("|")})\\M` : "",
  };
}
