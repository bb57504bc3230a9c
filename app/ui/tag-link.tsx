import type { JSX } from "react";

/** A tag, as light as a word: the text above it is what should be read. */
export function TagLink({ tag, to }: { tag: string; to: string }): JSX.Element {
  return (
    <a href={to} className="tag-link">
      <span aria-hidden>#</span>
      <span className="truncate">{tag}</span>
    </a>
  );
}
