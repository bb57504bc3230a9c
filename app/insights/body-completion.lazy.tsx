import { type JSX, useEffect, useState } from "react";
import type { FormChoices } from "./insight-fields.tsx";

type Part = typeof import("./body-completion.tsx");

/** `BodyCompletion`, fetched when the first letter is written, or at once for a text begun already. */
export function LazyBodyCompletion({ choices }: { choices: FormChoices }): JSX.Element | null {
  const [part, setPart] = useState<Part>();
  useEffect(() => {
    const text = document.getElementById("body");
    const leave = new AbortController();
    const { signal } = leave;
    const fetch = () =>
      import("./body-completion.tsx").then(
        (fetched) => signal.aborted || setPart(fetched),
        // Tags and names can be written out as well.
        () => undefined,
      );
    if (text instanceof HTMLTextAreaElement && text.value) fetch();
    else text?.addEventListener("input", fetch, { once: true, signal });
    return () => leave.abort();
  }, []);
  return part ? <part.BodyCompletion choices={choices} /> : null;
}
