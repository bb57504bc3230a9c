import type { JSX } from "react";
import { wordsUnder } from "../ui/suggestion-list.tsx";
import type { Suggestion, Suggestions } from "../ui/use-suggestions.ts";

type PaletteListProps = {
  suggestions: Suggestions;
  /** What is offered before anything is typed: plain links. */
  first?: readonly Suggestion[];
  onChoose: (one: Suggestion) => void;
};

const row =
  "grid min-h-11 w-full cursor-pointer content-center rounded-sm px-2.5 py-1.5 text-left hover:bg-sunken data-active-item:bg-accent-soft";

/** What the palette found; the focus stays in its box. */
export function PaletteList({ suggestions, first, onChoose }: PaletteListProps): JSX.Element {
  const { shown, open, active, listId, optionId } = suggestions;
  return (
    <div className="max-h-[60vh] overflow-y-auto p-1">
      {first?.map((one) => (
        <button key={one.id} type="button" onClick={() => onChoose(one)} className={row}>
          {one.content}
        </button>
      ))}
      <div role="listbox" id={listId} aria-label="Found">
        {open &&
          !first &&
          shown.map((one, at) => (
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
              className={row}
            >
              {one.content}
            </div>
          ))}
      </div>
      {open && !first && (
        <p aria-hidden className="px-2.5 py-1.5 text-sm text-soft">
          {wordsUnder(suggestions, "Arrow keys to choose; Enter alone shows all results")}
        </p>
      )}
    </div>
  );
}
