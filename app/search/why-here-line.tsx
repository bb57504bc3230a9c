import type { JSX } from "react";

/** Why an insight stands among the results, for whoever asks: one quiet word under each. */
export function WhyHere({ why }: { why: readonly string[] }): JSX.Element {
  return (
    <details className="print:hidden">
      <summary className="tag-link cursor-pointer list-none [&::-webkit-details-marker]:hidden">
        Why here?
      </summary>
      <span className="block">{why.join(" · ")}.</span>
    </details>
  );
}
