import type { JSX } from "react";
import { Section } from "../ui/page.tsx";
import type { RowProblem } from "./find-import.server.ts";

type RowProblemsProps = {
  /** The import's own page. */
  path: string;
  problems: readonly RowProblem[];
  refused: number;
};

/** The first refused rows, and all of them as a file to put right. */
export function RowProblems({ path, problems, refused }: RowProblemsProps): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <Section title="Refused rows">
      <div className="grid gap-3">
        <p>
          <a href={`${path}/problems.csv`} className="font-medium text-accent underline underline-offset-4">
            Download{" "}
            {refused === 1 ? "the refused row" : `the ${refused.toLocaleString("en-GB")} refused rows`}
          </a>{" "}
          with what is wrong with each, put them right and bring that file in.
        </p>
        <ol className="grid">
          {problems.map(({ row, problem }) => (
            <li key={row} className="border-t border-line py-2">
              <span className="text-sm text-soft figures">Row {row}</span>
              <span className="block wrap-anywhere">{problem}</span>
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
}
