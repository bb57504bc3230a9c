import { type JSX, useEffect, useLayoutEffect, useRef } from "react";
import { LiveRegion } from "./live-region.tsx";
import type { BegunWord, Completions, FindBegun, TextBox } from "./text-completion.ts";
import { TextCompletionList } from "./text-completion-list.tsx";
import { type Picked, type TextCompletion, useTextCompletion } from "./use-text-completion.ts";

type TextCompletionOfProps = {
  /** The id of the text field, or the field of one line itself, which is there already and may have been written in. */
  field: string | HTMLInputElement;
  /** By the sign that begins the word. */
  completions: Readonly<Record<string, Completions>>;
  completesAt: (text: string, word: BegunWord) => boolean;
  begun?: FindBegun;
  onPick?: (picked: Picked) => string;
  /** The list pushes on what follows instead of lying over it: in a dialog there is no room beneath. */
  inFlow?: boolean;
};

/**
 * Offers to finish a word begun with a sign; stands beneath the field, in the same positioned box. A text of many
 * lines stays one, for `combobox` would tell screen readers of one line; as few of them follow `aria-activedescendant`
 * there, a live region says what is offered too.
 */
export function TextCompletionOf({
  field,
  completions,
  completesAt,
  begun,
  onPick,
  inFlow,
}: TextCompletionOfProps): JSX.Element {
  const completion = useTextCompletion({ by: completions, allowed: completesAt, begun, onPick });
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
    const line = text instanceof HTMLInputElement ? lineWiring(completion) : {};
    for (const [name, value] of Object.entries({ ...wiring(completion), ...line })) {
      if (value === undefined) text?.removeAttribute(name);
      else text?.setAttribute(name, value);
    }
  });
  return (
    <>
      <TextCompletionList
        completion={completion}
        inFlow={inFlow}
        onPick={(match) => {
          const text = textField(field);
          if (text) completion.pick(text, match);
        }}
      />
      <LiveRegion>{completion.said}</LiveRegion>
    </>
  );
}

function textField(field: string | HTMLInputElement): TextBox | undefined {
  if (typeof field !== "string") return field;
  const element = document.getElementById(field);
  return element instanceof HTMLTextAreaElement ? element : undefined;
}

function listen(text: TextBox, completion: () => TextCompletion): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  const press = (event: KeyboardEvent) => completion().press(event, text);
  text.addEventListener("input", () => completion().look(text), { signal });
  for (const moves of ["keyup", "click"])
    text.addEventListener(moves, () => completion().leaveWord(text), { signal });
  text.addEventListener("keydown", (event) => press(event as KeyboardEvent), { signal });
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

function lineWiring({ offered }: TextCompletion): Record<string, string> {
  return { role: "combobox", "aria-expanded": String(offered !== undefined) };
}
