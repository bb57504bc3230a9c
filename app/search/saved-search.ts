import { cleanLine } from "../text/clean-text.ts";
import {
  asksForNothing,
  findsNothing,
  parseSearchRequest,
  type SearchRequest,
  searchAddress,
} from "./search-request.ts";

/** `each`: how many one person may keep; `address`: what an index can hold of it. */
export const savedSearchLimits = { name: 80, address: 2_000, each: 50, counted: 99 } as const;

/** When somebody is told of what is new for a search they saved. */
export const tellWhens = ["never", "at-once", "weekly"] as const;
export type TellWhen = (typeof tellWhens)[number];

export const tellWhenNames: Record<TellWhen, string> = {
  never: "Only when I look",
  "at-once": "Tell me at once",
  weekly: "Tell me with the weekly issue",
};

export type SavedSearch = {
  id: string;
  name: string;
  /** `/search?…`, as it was saved. */
  address: string;
  tell: TellWhen;
  /** The highest insight `seq` there was when its owner last looked. */
  lookedUpTo: number;
};

/** What it takes to bring back one that was removed. */
export type RemovedSearch = Pick<SavedSearch, "name" | "address" | "tell" | "lookedUpTo">;

/** How many insights a saved search finds that its owner has not seen, as far as it is worth counting. */
export type NewCount = { count: number; more: boolean };

export function readTellWhen(sent: string | undefined): TellWhen {
  return tellWhens.find((one) => one === sent) ?? "never";
}

export function readSavedName(sent: string | undefined): string {
  return cleanLine((sent ?? "").slice(0, 500))
    .slice(0, savedSearchLimits.name)
    .trim();
}

/** True when there is something to save: a search that asks for something, is understood, and is not too long. */
export function canBeSaved(request: SearchRequest): boolean {
  if (findsNothing(request) || asksForNothing({ ...request, page: 1 })) return false;
  return addressToSave(request).length <= savedSearchLimits.address;
}

/** A search as it is saved: two that ask for the same are one. */
export function addressToSave(request: SearchRequest): string {
  return searchAddress(request);
}

/** What a saved address asks for. */
export function savedRequest(address: string): SearchRequest {
  return parseSearchRequest(new URL(address, "http://corridor.invalid").searchParams);
}

/** "3 new", "99+ new"; nothing when there is nothing new. */
export function newInWords({ count, more }: NewCount): string {
  if (count === 0) return "";
  return `${Math.min(count, savedSearchLimits.counted)}${more || count > savedSearchLimits.counted ? "+" : ""} new`;
}

/** Where a saved search leads: to what it finds, with what is new since its owner last looked. */
export function openedAddress({ address, lookedUpTo }: Pick<SavedSearch, "address" | "lookedUpTo">): string {
  return `${address}&new=${lookedUpTo}`;
}

/** Since when something is new on the page of a search that was saved. */
export function readNewSince(parameters: URLSearchParams): number | undefined {
  const sent = parameters.get("new") ?? "";
  return /^\d{1,15}$/.test(sent) ? Number(sent) : undefined;
}
