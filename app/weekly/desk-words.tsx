import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { TextAreaField, TextField } from "../ui/text-field.tsx";
import type { Desk } from "./desk-data.ts";
import { issueLimits } from "./edited-issue.ts";
import type { MinuteLine } from "./minute.ts";
import { sourcesInForm } from "./minute-sources.ts";

type WordsProps = Pick<Desk, "lead" | "prompt" | "minute" | "gone" | "version">;

/** What the editor writes: the lead, "in one minute", and the question for the week after. */
export function DeskWords({ lead, prompt, minute, gone, version }: WordsProps): JSX.Element {
  const none: MinuteLine = { text: "", sources: [] };
  const lines = Array.from({ length: issueLimits.lines }, (_, at) => minute[at] ?? none);
  return (
    <form method="post" className="grid gap-6">
      <input type="hidden" name="intent" value="write" />
      <input type="hidden" name="version" value={version} />
      <TextAreaField
        name="lead"
        label="Lead"
        hint="A few words of your own at the top. Empty is fine."
        optional
        defaultValue={lead}
        maxLength={issueLimits.lead}
        rows={4}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium">In one minute</legend>
        <p className="text-sm text-soft">
          By rule until you change a line. A line goes when what it was made of is withdrawn, hidden or
          corrected.
        </p>
        {gone > 0 && (
          <p className="text-sm font-medium">
            {gone === 1 ? "One line has" : `${gone} lines have`} gone, because what it was made of has been
            withdrawn, hidden or corrected since.
          </p>
        )}
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first line is the first line
          <div key={at}>
            <input type="hidden" name={`sources-${at}`} value={sourcesInForm(line)} />
            <TextAreaField
              name={`line-${at}`}
              label={`Line ${at + 1}`}
              hideLabel
              defaultValue={line.text}
              maxLength={issueLimits.line}
              rows={2}
            />
          </div>
        ))}
      </fieldset>
      <TextField
        name="prompt"
        label="A question for next week"
        hint="It stands in everybody’s capture box for a week: “What did you hear about reading lists?”"
        optional
        defaultValue={prompt}
        maxLength={issueLimits.prompt}
      />
      <div>
        <Button>Save the words</Button>
      </div>
    </form>
  );
}
