import { type JSX, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { LiveRegion } from "../ui/live-region.tsx";
import { writeOver } from "../ui/text-completion.ts";
import { goesAlong, hearToo, unhear } from "./hear-too.ts";
import type { SimilarInsight } from "./similar-insight.ts";
import { SimilarList } from "./similar-list.tsx";
import { bodyField, type Written } from "./written-form.ts";

type Heard = { similar: SimilarInsight; text: string; emptied: boolean };

/**
 * "Colleagues already noted…", beneath the form, so that nothing in it moves. One press gives the reader's voice to one
 * of them instead of posting the same again: the text goes along as the voice's words and leaves the form, with a way back.
 */
export function SimilarInsights({
  found,
  written,
}: {
  found: readonly SimilarInsight[];
  written: Written;
}): JSX.Element {
  const [heard, setHeard] = useState<Heard>();
  const [pending, setPending] = useState<string>();
  const [trouble, setTrouble] = useState(false);
  const said = useSaidOnce(found.length);
  const note = useRef<HTMLElement>(null);
  useEffect(() => {
    if (heard) note.current?.focus();
  }, [heard]);

  async function hear(similar: SimilarInsight): Promise<void> {
    if (pending) return;
    setPending(similar.id);
    const isDone = await hearToo(similar, written);
    setPending(undefined);
    setTrouble(!isDone);
    if (!isDone) return;
    const emptied = goesAlong(written);
    if (emptied) write("");
    setHeard({ similar, text: written.body, emptied });
  }
  async function undo({ similar, text, emptied }: Heard): Promise<void> {
    setPending(similar.id);
    const isDone = await unhear(similar);
    setPending(undefined);
    setTrouble(!isDone);
    if (!isDone) return;
    setHeard(undefined);
    if (emptied) write([text, bodyField()?.value.trim()].filter(Boolean).join("\n\n"));
    else bodyField()?.focus();
  }
  return (
    <div className="grid gap-2">
      {heard && (
        <section
          ref={note}
          tabIndex={-1}
          aria-label="Your voice is added"
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-accent-soft px-4 py-3"
        >
          <p className="mr-auto max-w-measure">
            <span className="font-medium">Your voice is added</span> to what {heard.similar.by} noted
            {heard.emptied
              ? ", in your words. Nothing was posted."
              : ". Your text stays here: it is for fewer people or longer than a voice's words."}
          </p>
          <Button
            type="button"
            variant="quiet"
            size="small"
            pending={pending === heard.similar.id}
            onClick={() => undo(heard)}
          >
            Undo
          </Button>
        </section>
      )}
      {trouble && (
        <p role="alert" className="font-medium text-danger">
          Not done: Corridor did not answer as it should. Your text is still here.
        </p>
      )}
      {found.length > 0 && (
        <section id="similar" tabIndex={-1} aria-labelledby="similar-title" className="grid gap-2">
          <h2 id="similar-title" className="font-medium">
            Colleagues already noted
          </h2>
          <SimilarList found={found} pending={pending} onHear={hear} />
        </section>
      )}
      <LiveRegion>{said}</LiveRegion>
    </div>
  );
}

export function similarInWords(count: number): string {
  return count === 1 ? "1 colleague's insight looks similar" : `${count} colleagues' insights look similar`;
}

/** Told to screen readers once for a form: what changes with every word after that is for those who look. */
function useSaidOnce(count: number): string {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (count > 0) setSaid((already) => already || `${similarInWords(count)}: see beneath the form.`);
  }, [count]);
  return said;
}

function write(text: string): void {
  const field = bodyField();
  if (field) writeOver(field, { sign: "", typed: "", from: 0, to: field.value.length }, text);
}
