import { type JSX, useEffect, useMemo, useRef, useState } from "react";
import type { FormChoices } from "./insight-fields.tsx";

/** The id of the line beneath the text that is kept free for a word from `Guidance`. */
export const guidanceStrip = "guidance";

type Part = typeof import("./guidance.tsx");

/** `Guidance`, fetched when the first letter is written: nobody who only looks waits for it. */
export function LazyGuidance({ choices }: { choices: FormChoices }): JSX.Element {
  const [part, setPart] = useState<Part>();
  const place = useRef<HTMLDivElement>(null);
  const known = useMemo(() => namesIn(choices), [choices]);
  useEffect(() => {
    const form = place.current?.closest("form");
    const leave = new AbortController();
    const { signal } = leave;
    const fetch = () =>
      import("./guidance.tsx").then(
        (fetched) => signal.aborted || setPart(fetched),
        // Without it the form is as good as ever.
        () => undefined,
      );
    if (form?.querySelector("textarea")?.value) fetch();
    else form?.addEventListener("input", fetch, { once: true, signal });
    return () => leave.abort();
  }, []);
  return (
    <div ref={place}>
      {part && <part.Guidance known={known} strip={document.getElementById(guidanceStrip)} />}
    </div>
  );
}

function namesIn({ departments, channels }: FormChoices): string[] {
  return [
    ...departments.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...channels.map(({ name }) => name),
  ];
}
