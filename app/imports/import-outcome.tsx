import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { excerpt } from "../text/excerpt.ts";
import { Notice } from "../ui/notice.tsx";
import type { ImportView } from "./import.ts";
import { countsInWords, stateInWords } from "./state-words.ts";

type ImportOutcomeProps = {
  view: Omit<ImportView, "headings">;
  kept: readonly { id: string; text: string }[];
};

/** What has come of an import so far, in a sentence; and what undoing left. */
export function ImportOutcome({ view, kept }: ImportOutcomeProps): JSX.Element | null {
  const { state, checked } = view;
  if (state === "mapping") {
    if (!view.fileDroppedAt) return null;
    return <Notice tone="warn">The file was kept for a week and is gone: bring it in again.</Notice>;
  }
  if (state === "checked" && checked) {
    return (
      <Notice title="Checked, nothing posted yet">
        Of {(view.rowsTotal ?? 0).toLocaleString("en-GB")} rows {countsInWords(checked, "would")}.
      </Notice>
    );
  }
  if (state === "finished" || state === "stopped" || state === "failed") {
    return (
      <Notice tone={state === "finished" ? "done" : "info"} title={state === "finished" ? "Done" : undefined}>
        {countsInWords(view, "was")}.
      </Notice>
    );
  }
  if (state !== "undone") return null;
  return (
    <div className="grid gap-4">
      <Notice tone="done" title="Undone">
        It is {stateInWords(view)}.
      </Notice>
      {kept.length > 0 && (
        <div>
          <p className="font-medium">Edited since, and so kept:</p>
          <ul className="grid">
            {kept.map(({ id, text }) => (
              <li key={id} className="border-t border-line py-2">
                <Link
                  to={`/insights/${id}`}
                  className="text-accent underline underline-offset-4 wrap-anywhere"
                >
                  {excerpt(text, 120)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
