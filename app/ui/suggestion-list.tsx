import type { JSX } from "react";
import { notAsked, type Suggestion, type Suggestions } from "./use-suggestions.ts";

type SuggestionListProps = {
  suggestions: Suggestions;
  label: string;
  onChoose: (one: Suggestion) => void;
};

/** The list under a box; the focus stays in the box. */
export function SuggestionList({ suggestions, label, onChoose }: SuggestionListProps): JSX.Element | null {
  const { shown, open, active, listId, optionId } = suggestions;
  if (!open) return null;
  return (
    <div className="absolute inset-x-2 top-full z-30 mt-1.5 max-h-[calc(100dvh-6rem)] overflow-y-auto rounded-md border border-edge bg-surface p-1 raised md:inset-x-0">
      {shown.length > 0 && (
        <div role="listbox" id={listId} aria-label={label}>
          {shown.map((one, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box's keys choose
            <div
              key={one.id}
              role="option"
              id={optionId(at)}
              tabIndex={-1}
              aria-selected={at === active}
              data-active-item={at === active || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(one)}
              className="grid min-h-11 cursor-pointer content-center rounded-sm px-2.5 py-1.5 hover:bg-sunken data-active-item:bg-accent-soft"
            >
              {one.content}
            </div>
          ))}
        </div>
      )}
      <p aria-hidden className="px-2.5 py-1.5 text-sm text-soft">
        {wordsUnder(suggestions, "Enter shows all results")}
      </p>
    </div>
  );
}

/** The line under what is offered: `found` when there is something. */
export function wordsUnder({ shown, failed }: Suggestions, found: string): string {
  if (failed) return notAsked;
  return shown.length === 0 ? "Nothing found yet" : found;
}
