import type { JSX } from "react";
import { Kept } from "../ui/kept-markup.tsx";
import { issueParts } from "./issue-parts.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

/** What is in the issue, beside it: each part with its count. Nothing for an issue taken in at a glance. */
export function IssueContents({ issue }: { issue: WeeklyIssue }): JSX.Element | null {
  const { first, heardEarlier } = issueParts(issue);
  const parts = [...first, ...heardEarlier].map(({ id, title, cards }) => ({
    id,
    title,
    count: cards.length,
  }));
  return parts.length < 3 ? null : <Kept of={Contents} with={{ parts }} className="contents" />;
}

type Part = { id: string; title: string; count: number };

function Contents({ parts }: { parts: readonly Part[] }): JSX.Element {
  return (
    <nav
      aria-label="In this issue"
      className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto text-sm"
    >
      <h2 className="mb-2 border-b border-line pb-1.5 font-semibold">In this issue</h2>
      <ul>
        {parts.map(({ id, title, count }) => (
          <li key={id}>
            <a href={`#${id}`} className="flex justify-between gap-3 py-1 hover:text-accent">
              {title}
              <span className="text-soft tabular-nums">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
