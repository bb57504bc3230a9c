import { type JSX, useEffect, useRef } from "react";
import { classes } from "./classes.ts";
import type { OptionMatch } from "./filter-options.ts";
import type { TextCompletion } from "./use-text-completion.ts";

type ListProps = {
  completion: TextCompletion;
  inFlow?: boolean;
  onPick: (match: OptionMatch) => void;
};

/** The options under a text; the focus stays in the text. */
export function TextCompletionList({ completion, inFlow, onPick }: ListProps): JSX.Element | null {
  const { offered, active, listId, optionId } = completion;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  if (!offered) return null;
  const { word, matches, named } = offered;
  return (
    <div
      ref={list}
      role="listbox"
      id={listId}
      aria-label={`${named.many.charAt(0).toUpperCase()}${named.many.slice(1)}`}
      className={classes(
        "max-h-72 overflow-y-auto overscroll-contain p-1",
        !inFlow && "absolute inset-x-0 top-full z-30 mt-1.5 rounded-md border border-edge bg-surface raised",
      )}
    >
      {matches.map((match, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys pressed in the text choose
        <div
          key={match.option.value}
          role="option"
          id={optionId(at)}
          tabIndex={-1}
          aria-selected={at === active}
          data-active-item={at === active || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(match)}
          className="flex min-h-9 cursor-pointer flex-wrap items-center gap-x-2 rounded-sm px-2.5 py-1 hover:bg-sunken data-active-item:bg-accent-soft pointer-coarse:min-h-11"
        >
          <span className="font-medium">
            {word.sign === "#" && "#"}
            {match.option.label}
          </span>
          <span className="text-sm text-soft">{beside(match)}</span>
        </div>
      ))}
    </div>
  );
}

function beside({ option, through }: OptionMatch): string | undefined {
  return option.detail ?? (through && `also “${through}”`);
}
