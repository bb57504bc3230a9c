import type { JSX } from "react";
import { Section } from "../ui/page.tsx";
import type { TableOutcome } from "./table-outcome.ts";

const mostShown = 100;

/** What became of a table's rows, or would: how many, which are refused and why. */
export function TableReport({ outcome, done }: { outcome: TableOutcome; done: boolean }): JSX.Element {
  const { added, there, refused } = outcome;
  return (
    <Section title={done ? "Brought in" : "What would come in"}>
      <p role="status">
        {added.length} {done ? "added" : "new"}, {there.length} there already, {refused.length} refused.
      </p>
      {added.length > 0 && (
        <p className="mt-2 max-w-measure text-sm text-soft">
          {added
            .slice(0, mostShown)
            .map(({ name }) => name)
            .join(" · ")}
          {added.length > mostShown && " …"}
        </p>
      )}
      {refused.length > 0 && (
        <ul className="mt-4 grid gap-1">
          {refused.slice(0, mostShown).map(({ row, problem }) => (
            <li key={row}>
              <span className="font-medium">Row {row}</span>: {problem}
            </li>
          ))}
          {refused.length > mostShown && <li>And {refused.length - mostShown} more.</li>}
        </ul>
      )}
    </Section>
  );
}
