import { type ComponentProps, type JSX, useRef } from "react";
import { LiveRegion } from "./live-region.tsx";
import type { BegunWord, Completions } from "./text-completion.ts";
import { TextCompletionList } from "./text-completion-list.tsx";
import { TextAreaField } from "./text-field.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { type TextCompletion, useTextCompletion } from "./use-text-completion.ts";

type TextCompletionFieldProps = ComponentProps<typeof TextAreaField> & {
  /** By the sign that begins the word. */
  completions: Readonly<Record<string, Completions>>;
  completesAt: (text: string, word: BegunWord) => boolean;
};

/**
 * A text that offers to finish a word begun with a sign. It stays a text of many lines, for `combobox` would tell
 * screen readers of one; as few of them follow `aria-activedescendant` there, a live region says what is offered too.
 */
export function TextCompletionField({
  completions,
  completesAt,
  ...field
}: TextCompletionFieldProps): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const scripted = useHydrated();
  const completion = useTextCompletion({ by: completions, allowed: completesAt });
  return (
    <div ref={holder} className="relative">
      <TextAreaField
        {...field}
        {...(scripted && wiring(completion))}
        onInput={completion.look}
        onKeyUp={completion.leaveWord}
        onClick={completion.leaveWord}
        onKeyDown={completion.press}
        onBlur={completion.close}
      />
      <TextCompletionList
        completion={completion}
        onPick={(match) => {
          const text = holder.current?.querySelector("textarea");
          if (text) completion.pick(text, match);
        }}
      />
      <LiveRegion>{completion.said}</LiveRegion>
    </div>
  );
}

type Wiring = { "aria-autocomplete": "list"; "aria-haspopup": "listbox" } & Partial<
  Record<"aria-controls" | "aria-activedescendant", string>
>;

function wiring({ offered, active, listId, optionId }: TextCompletion): Wiring {
  return {
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": offered ? listId : undefined,
    "aria-activedescendant": offered && active >= 0 ? optionId(active) : undefined,
  };
}
