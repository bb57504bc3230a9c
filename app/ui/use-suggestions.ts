import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { latestOnly } from "./latest-only.ts";
import { isSignBegun } from "./sign-begun.ts";

/** Something offered under a box while it is typed in: choosing it leads there. */
export type Suggestion = { id: string; to: string; content: ReactNode };

export type Suggest = (text: string, signal: AbortSignal) => Promise<Suggestion[]>;

export type Suggestions = {
  shown: readonly Suggestion[];
  open: boolean;
  /** What is typed could not be asked: there may be an answer. */
  failed: boolean;
  /** Which of them the arrow keys are at; -1 while they are at none. */
  active: number;
  listId: string;
  optionId(at: number): string;
  /** What is to be announced once typing has settled. */
  said: string;
  type(text: string): void;
  press(event: KeyboardEvent<HTMLInputElement>): void;
  close(): void;
};

type Found = { list: Suggestion[]; failed: boolean };

export const notAsked = "This could not be asked just now. Enter tries all results.";

const fewestLetters = 2;
const settledMilliseconds = 600;

/** What is offered under a box: the answer to its last keystroke, whichever order answers come in. */
export function useSuggestions(suggest: Suggest | undefined, choose: (one: Suggestion) => void): Suggestions {
  const listId = useId();
  const [found, setFound] = useState<Found>();
  const [open, setOpen] = useState(false);
  const [chosenId, setChosenId] = useState<string>();
  const [said, setSaid] = useState("");
  const [latest] = useState(() =>
    latestOnly(({ ask, text }: { ask: Suggest; text: string }, signal) =>
      ask(text, signal).then(
        (list): Found => ({ list, failed: false }),
        (): Found => ({ list: [], failed: true }),
      ),
    ),
  );
  const { list: shown = [], failed = false } = found ?? {};
  // By what it is, not by its place: an answer that comes after an arrow key leaves it chosen.
  const active = shown.findIndex(({ id }) => id === chosenId);

  useEffect(() => {
    if (!open || !found) return;
    const timer = setTimeout(() => setSaid(inWords(found)), settledMilliseconds);
    return () => clearTimeout(timer);
  }, [open, found]);

  function close(): void {
    latest.forget();
    setOpen(false);
    setChosenId(undefined);
    setSaid("");
  }

  function type(text: string): void {
    setChosenId(undefined);
    const asked = text.trim();
    if (!suggest || asked.length < fewestLetters || isSignBegun(text)) {
      setFound(undefined);
      close();
      return;
    }
    latest.ask({ ask: suggest, text: asked }).then((answer) => {
      if (!answer) return;
      setFound(answer);
      setOpen(true);
    });
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    const { key, nativeEvent } = event;
    if (nativeEvent.isComposing || event.defaultPrevented) return;
    const chosen = open ? shown[active] : undefined;
    if (key === "Escape" && open) close();
    else if (key === "Enter" && chosen) choose(chosen);
    else if ((key === "ArrowDown" || key === "ArrowUp") && shown.length > 0) {
      const places = shown.length + 1;
      const step = key === "ArrowDown" ? 1 : -1;
      // The box itself is one of the places the arrow keys go round.
      setChosenId(shown[((active + 1 + step + places) % places) - 1]?.id);
      setOpen(true);
    } else return;
    event.preventDefault();
  }

  const optionId = (at: number) => `${listId}-${at}`;
  return { shown, open, failed, active, listId, optionId, said, type, press, close };
}

function inWords({ list: { length: count }, failed }: Found): string {
  if (failed) return notAsked;
  if (count === 0) return "No insights found yet";
  return `${count} ${count === 1 ? "insight" : "insights"} below: arrow keys to choose, Enter for all results`;
}
