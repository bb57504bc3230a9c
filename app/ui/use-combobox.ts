import { useEffect, useMemo, useState } from "react";
import { type ComboboxProps, labelOf } from "./combobox-option.ts";
import { exactOption, type OptionMatch, optionFilter } from "./filter-options.ts";

type Behaviour = Pick<ComboboxProps, "options" | "allowNew" | "onChange"> & {
  multiple: boolean;
  initial: readonly string[];
  /** Typed already, before this came. */
  typed?: string;
};

export type ComboboxState = {
  values: readonly string[];
  text: string;
  matches: readonly OptionMatch[];
  /** What typing would add, when it is none of the options. */
  addition: string | undefined;
  /** Typed, and neither chosen nor taken back. */
  unsettled: boolean;
  announcement: string;
  type: (text: string) => void;
  toggle: (value: string) => void;
  remove: (value: string) => void;
  /** Takes typed text that can only mean one thing; answers whether nothing is left over. */
  settle: () => boolean;
  reset: () => void;
};

/** What is typed and what is chosen; the list and its keys belong to the component. */
export function useCombobox({
  options,
  multiple,
  allowNew,
  initial,
  typed = "",
  onChange,
}: Behaviour): ComboboxState {
  const [values, setValues] = useState(initial);
  const chosenLabel = (of: readonly string[]) => (multiple || !of[0] ? "" : labelOf(options, of[0]));
  const [text, setText] = useState(() => typed || chosenLabel(initial));
  const [typing, setTyping] = useState(typed !== "");
  const [announcement, announce] = useState("");

  const filter = useMemo(() => optionFilter(options), [options]);
  const matches = useMemo(() => filter(typing ? text : ""), [filter, typing, text]);
  const settled = typing && text.trim() ? exactOption(options, text) : undefined;
  const candidate = typing && !settled ? allowNew?.(text) : undefined;
  const addition = candidate && !values.includes(candidate) ? candidate : undefined;

  const count = matches.length + (addition ? 1 : 0);
  useEffect(() => {
    if (!typing || !text.trim()) return;
    const wait = setTimeout(() => announce(count === 1 ? "1 result" : `${count || "No"} results`), 500);
    return () => clearTimeout(wait);
  }, [typing, text, count]);

  function change(next: readonly string[], news: string) {
    setValues(next);
    setText(chosenLabel(next));
    setTyping(false);
    announce(multiple ? `${news} ${next.length} chosen.` : news);
    onChange?.([...next]);
  }
  function toggle(value: string) {
    if (multiple && values.includes(value)) return remove(value);
    change(
      multiple ? [...values, value] : [value],
      `${labelOf(options, value)} ${multiple ? "added" : "chosen"}.`,
    );
  }
  function remove(value: string) {
    change(
      values.filter((other) => other !== value),
      `${labelOf(options, value)} removed.`,
    );
  }
  function type(next: string) {
    setText(next);
    setTyping(true);
    if (!multiple && !next.trim() && values[0]) remove(values[0]);
  }
  function settle(): boolean {
    if (!typing) return true;
    const meant = settled?.value ?? candidate;
    if (meant && !values.includes(meant)) {
      toggle(meant);
      return true;
    }
    if (text.trim() && !meant && (multiple || !values[0])) {
      announce(notInList(text));
      return false;
    }
    setText(chosenLabel(values));
    setTyping(false);
    return true;
  }
  function reset() {
    setValues(initial);
    setText(chosenLabel(initial));
    setTyping(false);
  }
  const unsettled = typing && text.trim() !== "";
  return { values, text, matches, addition, unsettled, announcement, type, toggle, remove, settle, reset };
}

export function notInList(text: string): string {
  return `“${text.trim()}” is not in the list`;
}
