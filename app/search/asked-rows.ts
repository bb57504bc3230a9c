import { anyOf, askedWords, termsOf } from "./asked-words.ts";
import type { Dialect } from "./dialect.ts";
import { nearEnough, tellingWords } from "./near-enough.ts";
import { phrasePattern } from "./phrase-pattern.ts";
import { type SavedSearch, savedRequest } from "./saved-search.ts";
import { findsNothing, type SearchRequest } from "./search-request.ts";

/** A saved search as a row that PostgreSQL matches insights against. */
export type AskedRow = {
  id: string;
  looked_up_to: number;
  departments: string[];
  /** As they were said: what they are called today PostgreSQL looks up in the same statement. */
  tags_said: string[];
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
  /** Of a sentence, its words each as a query, and how many of them are near enough; 0 where all must be there. */
  each: string[];
  needed: number;
  pattern: string;
};

type Saved = Pick<SavedSearch, "id" | "address" | "lookedUpTo">;

/** Those of the searches that can find anything. */
export function askedRows(saved: readonly Saved[], meaningsIn: Dialect["meaningsIn"]): AskedRow[] {
  return saved.flatMap(({ id, address, lookedUpTo }) => {
    const request = savedRequest(address);
    if (findsNothing(request)) return [];
    return { id, looked_up_to: lookedUpTo, ...askedOf(request, meaningsIn) };
  });
}

function askedOf(
  request: SearchRequest,
  meaningsIn: Dialect["meaningsIn"],
): Omit<AskedRow, "id" | "looked_up_to"> {
  const near = nearEnough(request.q);
  const query = { ...askedWords({ q: request.q, meanings: meaningsIn(request.q) }), lastIsPrefix: false };
  const { words } = query;
  return {
    departments: request.departments,
    tags_said: request.tags,
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
    words: termsOf(query).join(near ? " | " : " & "),
    each: near ? termsOf({ ...query, words: tellingWords(request.q) }) : [],
    needed: near?.needed ?? 0,
    pattern: words.length > 0 ? `\\m(${anyOf(query).join("|")})\\M` : "",
  };
}
