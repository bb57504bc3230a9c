import type { MinuteLine } from "./minute.ts";

/** An insight an editor picked, and why. */
type IssuePick = { insightId: string; sentence: string };

/** What an editor adds to an issue. */
export type Additions = {
  lead: string;
  /** "In one minute" in the editor's words; null leaves it to the rule. Marked where what it was made of has changed. */
  minute: readonly (MinuteLine & { changed?: boolean })[] | null;
  /** What colleagues are asked to listen for in the week after. */
  prompt: string;
  picks: readonly IssuePick[];
};

/** What is kept of a week's issue: the editor's additions, and how it stood when it was closed. */
export type KeptIssue = Additions & {
  id: string;
  version: number;
  approved: boolean;
  closedAt: string | null;
  closedUpTo: number | null;
  contents: { order: string[]; questions: string[] } | null;
};

export const issueLimits = {
  lead: 1_000,
  prompt: 140,
  line: 200,
  lines: 5,
  sentence: 200,
  picks: 6,
} as const;

export const noAdditions: Additions = { lead: "", minute: null, prompt: "", picks: [] };

/** What everybody sees of the additions: all of them once approved, and in any case once the week is closed. */
export function publishedAdditions(issue: KeptIssue | null): Additions {
  return issue && (issue.approved || issue.closedAt) ? issue : noAdditions;
}
