import { Link, useRevalidator } from "@remix-run/react";
import type { JSX } from "react";
import { useEffect } from "react";
import type { ImportView, RunningState } from "./import.ts";

const askEveryMs = 1_000;

const doing: Record<RunningState, string> = {
  checking: "Reading the file",
  importing: "Bringing in",
  undoing: "Taking back",
};

type Shown = Pick<ImportView, "state" | "rowsRead" | "rowsTotal" | "posted" | "withdrawn">;

/** How far it has come, asked for again every second; without script a link asks. */
export function ImportProgress({ view, path }: { view: Shown; path: string }): JSX.Element {
  const { revalidate, state: asking } = useRevalidator();
  useEffect(() => {
    if (asking !== "idle") return;
    const timer = setTimeout(() => document.visibilityState === "visible" && revalidate(), askEveryMs);
    return () => clearTimeout(timer);
  }, [revalidate, asking]);
  const undoing = view.state === "undoing";
  const done = undoing ? view.withdrawn : view.rowsRead;
  const total = undoing ? view.posted : view.rowsTotal;
  const what = doing[view.state as RunningState];
  return (
    <div className="grid gap-2">
      <p id="progress-words" className="figures">
        {what}: {done.toLocaleString("en-GB")}
        {total !== null && ` of ${total.toLocaleString("en-GB")}`} {undoing ? "insights" : "rows"}
      </p>
      <progress
        aria-labelledby="progress-words"
        className="h-2 w-full max-w-measure accent-accent"
        max={total ?? undefined}
        value={total === null ? undefined : done}
      />
      <p className="text-soft">
        You may leave this page: it goes on, and this address shows how far it has come.{" "}
        <Link to={path} reloadDocument className="text-accent underline underline-offset-4 scripted:hidden">
          Look again
        </Link>
      </p>
    </div>
  );
}
