import type { Person } from "./person.ts";

/** What a feed shows: what all staff may read, or whatever its person may. */
export const feedScopes = ["staff", "mine"] as const;
export type FeedScope = (typeof feedScopes)[number];

export const feedScopeNames: Record<FeedScope, string> = {
  staff: "What all staff may read",
  mine: "Also what only I or my team may read",
};

export const feedKeyLimits = { nameCharacters: 60, keys: 20 } as const;

/** A key as its person sees it again: never the key. */
export type FeedKey = {
  id: string;
  name: string;
  scope: FeedScope;
  createdAt: Date;
  lastUsedAt: Date | null;
};

export type FeedReader = { person: Person; scope: FeedScope };

export function isFeedScope(text: string | undefined): text is FeedScope {
  return feedScopes.some((scope) => scope === text);
}
