import { anyOf, askedWords, termsOf } from "./asked-words.ts";
import type { Dialect } from "./dialect.ts";
import { phrasePattern } from "./phrase-pattern.ts";
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

/** What an address means today: what a tag is called that it names, and what its words mean besides themselves. */
type Today = { tags: ReadonlyMap<string, string>; meaningsIn: Dialect["meaningsIn"] };

/** Those of the searches that can find anything. */
export function askedRows(saved: readonly Saved[], today: Today): AskedRow[] {
  return saved.flatMap(({ id, address, lookedUpTo }) => {
    const request = savedRequest(address);
    if (findsNothing(request)) return [];
    return { id, looked_up_to: lookedUpTo, ...askedOf(request, today) };
  });
}

/** Every name of a tag that the searches have. */
export function tagsNamed(saved: readonly Saved[]): string[] {
  return [...new Set(saved.flatMap(({ address }) => savedRequest(address).tags))];
}

function askedOf(request: SearchRequest, { tags, meaningsIn }: Today): Omit<AskedRow, "id" | "looked_up_to"> {
  const query = { ...askedWords({ q: request.q, meanings: meaningsIn(request.q) }), lastIsPrefix: false };
  const { words } = query;
  return {
    departments: request.departments,
    tags: request.tags.map((name) => tags.get(name) ?? name),
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
    words: termsOf(query).join(" & "),
    pattern: words.length > 0 ? `\\m(${anyOf(query).join("|")})\\M` : "",
  };
}
