import { type SearchParameter, type SearchRequest, searchLimits } from "./search-request.ts";

/** Why the answer comes from the database, in words for the reader. */
export const basicResultsWords = {
  down: "The search engine cannot be reached, so these are basic results from the database. It will recover by itself.",
  rebuilding: "The search index is being rebuilt, so these are basic results from the database for now.",
  "key-refused":
    "The search engine refuses our key, so these are basic results. Please tell whoever runs Corridor.",
  off: "Corridor runs here without its search engine, so these are basic results from the database.",
} as const;

/** "23 insights", "about 1,000 insights", "Nothing found". */
export function totalInWords({ total, totalIsExact }: { total: number; totalIsExact: boolean }): string {
  if (total === 0) return "Nothing found";
  const count = total.toLocaleString("en-GB");
  return `${totalIsExact ? "" : "about "}${count} ${total === 1 ? "insight" : "insights"}`;
}

const parameterNames: Record<SearchParameter, string> = {
  kind: "The kind",
  from: "The first day",
  to: "The last day",
  is: "What follows “is:”",
  sort: "The order",
  page: "The page",
};

/** What of an address could not be understood, in a sentence each. */
export function problemsInWords({ problems }: Pick<SearchRequest, "problems">): string[] {
  return problems.map((problem) =>
    problem === "page"
      ? `Pages go from 1 to ${searchLimits.pages}: narrow the search to see more.`
      : `${parameterNames[problem]} in this address is not one Corridor knows.`,
  );
}
