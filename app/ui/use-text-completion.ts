import { useEffect, useId, useState } from "react";
import type { OptionMatch } from "./filter-options.ts";
import {
  type BegunWord,
  type Completions,
  completed,
  type FindBegun,
  type TextBox,
  wordAtCaret,
  writeOver,
} from "./text-completion.ts";

type Offered = { word: BegunWord; matches: readonly OptionMatch[]; named: Completions["named"] };

export type TextCompletion = {
  offered: Offered | undefined;
  /** Which option Enter or Tab would take; -1 for none. */
  active: number;
  listId: string;
  optionId(at: number): string;
  said: string;
  look(field: TextBox): void;
  leaveWord(field: TextBox): void;
  press(event: KeyboardEvent, field: TextBox): void;
  pick(field: TextBox, match: OptionMatch): void;
  close(): void;
};

export type Picked = { field: TextBox; word: BegunWord; match: OptionMatch };

type Asked = {
  by: Readonly<Record<string, Completions>>;
  /** False where a sign means nothing, such as in code. */
  allowed(text: string, word: BegunWord): boolean;
  begun?: FindBegun;
  /** What is done with a pick in place of writing it; answers with what is said of it. */
  onPick?(picked: Picked): string;
};

const settledMilliseconds = 400;

/** Offers to finish a `#tag` or `@name` while it is written. Enter stays a new line whenever no option is active. */
export function useTextCompletion({ by, allowed, begun = wordAtCaret, onPick }: Asked): TextCompletion {
  const listId = useId();
  const [offered, setOffered] = useState<Offered>();
  const [active, setActive] = useState(-1);
  const [moved, setMoved] = useState(false);
  const [dismissedAt, setDismissedAt] = useState<number>();
  const [said, setSaid] = useState("");

  // While typing goes on the count waits; an option the arrows came to is said at once.
  useEffect(() => {
    if (!offered) return;
    const timer = setTimeout(
      () => setSaid(moved ? activeInWords(offered, active) : countInWords(offered, active)),
      moved ? 0 : settledMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [offered, active, moved]);

  function close(): void {
    setOffered(undefined);
    setActive(-1);
    setMoved(false);
    setSaid("");
  }

  function look({ value, selectionStart }: TextBox): void {
    const word = begun(value, selectionStart ?? value.length);
    if (word?.from !== dismissedAt) setDismissedAt(undefined);
    const completions = word && by[word.sign];
    const wanted = word && word.from !== dismissedAt && allowed(value, word);
    const matches = wanted ? (completions?.find(word.typed) ?? []) : [];
    // What is written out in full needs no finishing: Enter is a new line, and Tab goes on.
    const whole = matches.some(({ option }) => option.value === word?.typed.toLowerCase());
    if (!word || !completions || matches.length === (whole ? 1 : 0)) {
      close();
      return;
    }
    setOffered({ word, matches, named: completions.named });
    setActive(whole || word.typed === "" ? -1 : 0);
    setMoved(false);
  }

  function leaveWord({ selectionStart, selectionEnd }: TextBox): void {
    if (offered && (selectionStart !== offered.word.to || selectionEnd !== offered.word.to)) close();
  }

  function pick(field: TextBox, match: OptionMatch): void {
    if (!offered) return;
    const { word } = offered;
    const said = onPick?.({ field, word, match }) ?? write(field, word, match);
    close();
    setSaid(said);
  }

  function press(event: KeyboardEvent, field: TextBox): void {
    if (!offered || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { matches, word } = offered;
    const match = matches[active];
    if (event.key === "Escape") {
      close();
      setDismissedAt(word.from);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = active === -1 && step === -1 ? 0 : active;
      setActive((from + step + matches.length) % matches.length);
      setMoved(true);
    } else if ((event.key === "Enter" || event.key === "Tab") && match) {
      pick(field, match);
    } else return;
    event.preventDefault();
  }

  const optionId = (at: number) => `${listId}-${at}`;
  return { offered, active, listId, optionId, said, look, leaveWord, press, pick, close };
}

function write(field: TextBox, word: BegunWord, { option }: OptionMatch): string {
  writeOver(field, word, completed(word, option.value, field.value));
  return `${word.sign}${option.value} written`;
}

function countInWords({ matches, named }: Offered, active: number): string {
  const count = `${matches.length} ${matches.length === 1 ? named.one : named.many} below`;
  const first = matches[active]?.option.label;
  return first ? `${count}: ${first}. Enter chooses, arrow keys move, Escape closes` : `${count}: arrow keys`;
}

function activeInWords({ matches }: Offered, active: number): string {
  const { option } = matches[active] ?? {};
  return option
    ? `${[option.label, option.detail].filter(Boolean).join(", ")}, ${active + 1} of ${matches.length}`
    : "";
}
