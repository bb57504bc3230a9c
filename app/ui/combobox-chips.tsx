import X from "lucide-react/icons/x";
import type { JSX, KeyboardEvent } from "react";
import { type ComboboxOption, labelOf } from "./combobox-option.ts";
import { Icon } from "./icon.tsx";

type ChipsProps = {
  label: string;
  options: readonly ComboboxOption[];
  values: readonly string[];
  onRemove: (value: string) => void;
  onLeave: () => void;
};

/** The chosen values. Arrow keys walk them from the text box, so that Tab passes them in one step. */
export function ComboboxChips({ label, options, values, onRemove, onLeave }: ChipsProps): JSX.Element | null {
  if (values.length === 0) return null;
  function press(event: KeyboardEvent<HTMLButtonElement>, value: string) {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const chips = [...(event.currentTarget.closest("ul")?.querySelectorAll("button") ?? [])];
      const next = chips[chips.indexOf(event.currentTarget) + (event.key === "ArrowLeft" ? -1 : 1)];
      if (next) next.focus();
      else if (event.key === "ArrowRight") onLeave();
    } else if (event.key === "Backspace" || event.key === "Delete") {
      onRemove(value);
    } else return;
    event.preventDefault();
  }
  return (
    <ul aria-label={`${label}: chosen`} className="contents">
      {values.map((value) => (
        <li
          key={value}
          className="inline-flex min-h-8 max-w-[calc(100%-2.5rem)] items-center rounded-sm bg-accent-soft pl-2.5 text-accent"
        >
          <span className="truncate">{labelOf(options, value)}</span>
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Remove ${labelOf(options, value)}`}
            onClick={() => onRemove(value)}
            onKeyDown={(event) => press(event, value)}
            className="relative grid size-8 place-items-center rounded-sm hover:text-accent-strong pointer-coarse:after:absolute pointer-coarse:after:-inset-1.5"
          >
            <Icon of={X} className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}
