import type { JSX } from "react";
import type { TextPart } from "./text-differences.ts";

/** A text with what left it struck through and what came marked, said in words to those who hear it. */
export function ChangedText({ parts }: { parts: readonly TextPart[] }): JSX.Element {
  const placed = parts.map((part, place) => ({ ...part, place }));
  return (
    <p className="max-w-measure whitespace-pre-wrap wrap-anywhere">
      {placed.map(({ text, only, place }) => {
        if (!only) return <span key={place}>{text}</span>;
        return only === "before" ? (
          <del key={place} className="bg-sunken text-soft">
            <span className="sr-only"> taken out: </span>
            {text}
            <span className="sr-only">. </span>
          </del>
        ) : (
          <ins key={place} className="bg-accent-soft underline-offset-4">
            <span className="sr-only"> put in: </span>
            {text}
            <span className="sr-only">. </span>
          </ins>
        );
      })}
    </p>
  );
}
