import ArrowUp from "lucide-react/icons/arrow-up";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { exactDate } from "../ui/dates.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import type { CitableInsight } from "./list-citable.server.ts";
import type { Citation, SummarySentence } from "./summary.ts";

type CitationFormsProps = {
  sentence: SummarySentence;
  citable: readonly CitableInsight[];
  /** What was sent last could not be cited. */
  wrong: boolean;
};

/** Adds an insight that supports a sentence: one of the latest, or any by its address. */
export function CitationForms({ sentence, citable, wrong }: CitationFormsProps): JSX.Element {
  const { id, citations } = sentence;
  const offered = citable.filter((one) => !citations.some((cited) => cited.id === one.id));
  return (
    <div className="min-w-0 has-[[open]]:basis-full">
      <Disclosure
        open={wrong}
        summary={
          <span className="text-sm">
            Support it <VisuallyHidden>with an insight: {sentence.sentence}</VisuallyHidden>
          </span>
        }
      >
        <form method="post" className="grid max-w-measure gap-4">
          <input type="hidden" name="intent" value="cite" />
          <input type="hidden" name="id" value={id} />
          <SelectField id={`${id}-insight`} name="insight" label="One of the latest" defaultValue="">
            <option value="">Choose an insight</option>
            {offered.map((one) => (
              <option key={one.id} value={one.id}>
                {exactDate(one.heardOn)}: {one.text}
              </option>
            ))}
          </SelectField>
          <TextField
            id={`${id}-address`}
            name="address"
            label="Or its address"
            hint="As it stands in the browser when you open the insight."
            error={wrong ? "Choose an insight that you can open; a sentence takes at most twelve" : undefined}
            optional
          />
          <div>
            <Button>Add to the sentence</Button>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}

/** Takes an insight off a sentence. */
export function Uncite({
  sentence,
  citation,
}: {
  sentence: SummarySentence;
  citation: Citation;
}): JSX.Element {
  return (
    <form method="post" className="-ml-2.5 inline">
      <input type="hidden" name="intent" value="uncite" />
      <input type="hidden" name="id" value={sentence.id} />
      <input type="hidden" name="insight" value={citation.id} />
      <Button variant="quiet" size="small">
        Take off <VisuallyHidden>{citation.text}</VisuallyHidden>
      </Button>
    </form>
  );
}

/** Puts a sentence before the one above it. */
export function MoveUp({ sentence }: { sentence: SummarySentence }): JSX.Element {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="earlier" />
      <input type="hidden" name="id" value={sentence.id} />
      <Button variant="quiet" size="small" icon={ArrowUp}>
        Move up <VisuallyHidden>{sentence.sentence}</VisuallyHidden>
      </Button>
    </form>
  );
}
