import type { JSX } from "react";

/** Why an insight stands among the results, for whoever asks. */
export function WhyHere({ why }: { why: readonly string[] }): JSX.Element {
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-6 cursor-pointer items-center underline decoration-line underline-offset-4 pointer-coarse:min-h-11">
        Why is this here?
      </summary>
      {why.join(" · ")}.
    </details>
  );
}
