import { type JSX, useEffect, useLayoutEffect, useRef } from "react";
import { LiveRegion } from "./live-region.tsx";
import type { BegunWord, Completions } from "./text-completion.ts";
import { TextCompletionList } from "./text-completion-list.tsx";
import { type TextCompletion, useTextCompletion } from "./use-text-completion.ts";

type TextCompletionOfProps = {
  /** The id of the text field, which is there already and may have been written in. */
  field: string;
  /** By the sign that begins the word. */
  completions: Readonly<Record<string, Completions>>;
  completesAt: (text: string, word: BegunWord) => boolean;
};

/**
 * Offers to finish a word begun with a sign; stands beneath the field, in the same positioned box. The field stays a text of
 * many lines, for `combobox` would tell screen readers of one; as few of them follow `aria-activedescendant` there, a
 * live region says what is offered too.
 */
export function TextCompletionOf({ field, completions, completesAt }: TextCompletionOfProps): JSX.Element {
  const completion = useTextCompletion({ by: completions, allowed: completesAt });
  const current = useRef(completion);
  useLayoutEffect(() => {
    current.current = completion;
  });
  useEffect(() => {
    const text = textField(field);
    if (!text) return undefined;
    // What was begun before this came is offered to be finished as well.
    if (text === document.activeElement) current.current.look(text);
    return listen(text, () => current.current);
  }, [field]);
  useEffect(() => {
    const text = textField(field);
    for (const [name, value] of Object.entries(wiring(completion))) {
      if (value === undefined) text?.removeAttribute(name);
      else text?.setAttribute(name, value);
    }
  });
  return (
    <>
      <TextCompletionList
        completion={completion}
        onPick={(match) => {
          const text = textField(field);
          if (text) completion.pick(text, match);
        }}
      />
      <LiveRegion>{completion.said}</LiveRegion>
    </>
  );
}

function textField(id: string): HTMLTextAreaElement | undefined {
  const element = document.getElementById(id);
  return element instanceof HTMLTextAreaElement ? element : undefined;
}

function listen(text: HTMLTextAreaElement, completion: () => TextCompletion): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  text.addEventListener("input", () => completion().look(text), { signal });
  for (const moves of ["keyup", "click"])
    text.addEventListener(moves, () => completion().leaveWord(text), { signal });
  text.addEventListener("keydown", (event) => completion().press(event, text), { signal });
  text.addEventListener("blur", () => completion().close(), { signal });
  return () => leave.abort();
}

function wiring({ offered, active, listId, optionId }: TextCompletion): Record<string, string | undefined> {
  return {
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": offered ? listId : undefined,
    "aria-activedescendant": offered && active >= 0 ? optionId(active) : undefined,
  };
}
