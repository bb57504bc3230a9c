import type { basicResultsWords } from "./answer-words.ts";
import type { FoundCard } from "./result-list.tsx";

/** A page of what was found, as the loader gives it and as it comes while somebody types. */
export type ResultPage = {
  q: string;
  page: number;
  found: FoundCard[];
  total: number;
  totalIsExact: boolean;
  /** True when the database answered instead of the engine. */
  basic: boolean;
  reason?: keyof typeof basicResultsWords;
};
