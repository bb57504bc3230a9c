import type { JSX } from "react";

/** A tag, as light as a word: the text above it is what should be read. */
export function TagLink({ tag, to }: { tag: string; to: string }): JSX.Element {
  return (
    <a
      href={to}
      className="inline-flex min-h-6 max-w-full items-center text-sm text-soft hover:text-accent hover:underline pointer-coarse:-my-2 pointer-coarse:min-h-11"
    >
      <span aria-hidden>#</span>
      <span className="truncate">{tag}</span>
    </a>
  );
}
