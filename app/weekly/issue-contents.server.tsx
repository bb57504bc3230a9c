import type { JSX } from "react";
import { CountedLink } from "./counted-link.tsx";
import { issueParts } from "./issue-parts.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

type Part = { id: string; title: string; count: number };

/** Each part of an issue with its count, in the order in which they stand. */
export function contentsOf(issue: WeeklyIssue): Part[] {
  const { first, heardEarlier } = issueParts(issue);
  return [...first, ...heardEarlier].map(({ id, title, cards }) => ({ id, title, count: cards.length }));
}

/** What is in the issue, beside it. Nothing for an issue taken in at a glance. */
export function IssueContents({ parts }: { parts: readonly Part[] }): JSX.Element | null {
  if (parts.length < 3) return null;
  return (
    <nav
      aria-label="In this issue"
      className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto text-sm"
    >
      <h2 className="mb-2 border-b border-line pb-1.5 font-semibold">In this issue</h2>
      <ul>
        {parts.map(({ id, title, count }) => (
          <li key={id}>
            <CountedLink to={id} name={title} count={count} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
