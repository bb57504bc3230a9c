import type { MatchedPlace } from "./where-matched.ts";

/** A hit offered under the search box. */
export type SuggestedInsight = {
  id: string;
  /** Its departments' names. */
  about: string;
  excerpt: string;
  matched: MatchedPlace[];
};
