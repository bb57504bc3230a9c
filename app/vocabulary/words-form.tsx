import { Form, Link } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { sentFields } from "../ui/sent-fields.ts";
import { TextAreaField } from "../ui/text-field.tsx";
import type { SentWordGroup, WordGroupProblems } from "./word-group.ts";

type WordsFormProps = {
  id: string;
  /** 0 for a new one. */
  version: number;
  values: SentWordGroup;
  problems?: WordGroupProblems;
  /** What saving would change, once that has been asked. */
  effects?: readonly { term: string; now: number; after: number }[];
};

/** What means the same: written, looked at, saved. */
export function WordsForm({ id, version, values, problems = {}, effects }: WordsFormProps): JSX.Element {
  const field = sentFields(values, problems);
  const errors = Object.entries(problems).map(([name, message]) => ({ id: name, message }));
  return (
    <Form method="post" action="/settings/words" className="group/words grid max-w-measure gap-4">
      <ErrorSummary errors={errors} reassurance="Nothing you typed is lost." />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <TextAreaField
        {...field("words")}
        label="Words"
        hint="With commas or lines between them. Small letters or capitals, and singular or plural, are all one."
        maxLength={2_000}
        autoFocus={values.words !== "" && version === 0 && !effects}
        required
      />
      <CheckGroup legend="They">
        <CheckField
          type="radio"
          name="kind"
          value="same"
          defaultChecked={values.kind !== "one-way"}
          label="mean the same"
          hint="RDM and research data management: a search for one finds the other."
        />
        <CheckField
          type="radio"
          name="kind"
          value="one-way"
          defaultChecked={values.kind === "one-way"}
          label="lead one way"
          hint="A search for AI finds chatbots too; a search for chatbots does not find all of AI."
        />
      </CheckGroup>
      <div className="supports-[selector(:has(*))]:hidden group-has-[[value=one-way]:checked]/words:block!">
        <TextAreaField
          {...field("finds")}
          label="A search for them finds these too"
          hint="Only where they lead one way."
          maxLength={2_000}
        />
      </div>
      {effects && (
        <div role="status" className="rounded-md bg-sunken px-4 py-3">
          <p className="font-medium">What saving changes</p>
          <ul className="mt-1 grid gap-0.5">
            {effects.map((effect) => (
              <li key={effect.term}>{effectInWords(effect)}</li>
            ))}
          </ul>
          <p className="mt-1 text-sm text-soft">Counted among the insights you may read, slips apart.</p>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {effects && (
          <Button name="intent" value="save">
            Save
          </Button>
        )}
        <Button name="intent" value="show" variant={effects ? "secondary" : "primary"}>
          {effects ? "Look again" : "See what it changes"}
        </Button>
        {version > 0 && (
          <Link to="/settings/words" className="link inline-block py-1">
            Leave it as it was
          </Link>
        )}
      </div>
    </Form>
  );
}

function effectInWords({ term, now, after }: { term: string; now: number; after: number }): string {
  const found = `“${term}” now finds ${now.toLocaleString("en-GB")} ${now === 1 ? "insight" : "insights"}`;
  return after === now
    ? `${found}, and would find no more.`
    : `${found}, would find ${after.toLocaleString("en-GB")}.`;
}
