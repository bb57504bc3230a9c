import type { ReactElement } from "react";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "./clean-text.ts";

type MarkedPart = { text: string; marked: boolean };

/** Splits what the search engine returned at its markers; the markers themselves are gone from the parts. */
export function markedParts(text: string): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let marked = false;
  for (const piece of text.split(markers)) {
    if (piece === HIGHLIGHT_START) marked = true;
    else if (piece === HIGHLIGHT_END) marked = false;
    else if (piece !== "") {
      const last = parts.at(-1);
      if (last?.marked === marked) last.text += piece;
      else parts.push({ text: piece, marked });
    }
  }
  return parts;
}

const markers = new RegExp(`([${HIGHLIGHT_START}${HIGHLIGHT_END}])`, "u");

/** Text with the words searched for in `<mark>`. React escapes the text: the engine does not. */
export function Highlighted({ text }: { text: string }): ReactElement {
  return (
    <>
      {markedParts(text).map((part, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity
        return part.marked ? <mark key={place}>{part.text}</mark> : part.text;
      })}
    </>
  );
}
