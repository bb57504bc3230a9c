import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField } from "../ui/check-field.tsx";
import { exactDate } from "../ui/dates.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextAreaField, TextField } from "../ui/text-field.tsx";
import { evidenceLimits } from "./evidence.ts";
import type { EvidenceProblems } from "./evidence-draft.ts";
import type { Quotable } from "./list-quotable.server.ts";

type EvidenceFormProps = {
  version: number;
  offer: string;
  quotable: readonly Quotable[];
  problems: EvidenceProblems;
};

/** For whoever looks after the department: which three insights the card quotes, how, and what the library offers. */
export function EvidenceForm({ version, offer, quotable, problems }: EvidenceFormProps): JSX.Element {
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="version" value={version} />
      <TextField
        name="offer"
        label="What the library can do about the top need"
        hint="One line."
        maxLength={evidenceLimits.offerCharacters}
        defaultValue={offer}
        error={problems.offer}
      />
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-medium">Quote up to three</legend>
        <p className="text-sm text-soft">
          Only what all staff may read stands here. Names are left out of what is quoted unless you say that
          they may stand there.
        </p>
        {problems.quotes && (
          <p id="quotes-error" className="text-sm font-medium text-danger">
            {problems.quotes}
          </p>
        )}
        {quotable.map((insight, at) => (
          <Choice
            key={insight.id}
            insight={insight}
            first={at === 0}
            error={problems[`passage-${insight.id}`]}
          />
        ))}
        {quotable.length === 0 && (
          <p className="text-soft">Nothing that all staff may read has been heard yet.</p>
        )}
      </fieldset>
      <div>
        <Button>Save the card</Button>
      </div>
    </Form>
  );
}

type ChoiceProps = { insight: Quotable; first: boolean; error?: string };

function Choice({ insight, first, error }: ChoiceProps): JSX.Element {
  const { id, text, heardOn, voices, position, passage, named } = insight;
  return (
    <div className="grid gap-1 border-t border-line pt-2">
      <CheckField
        id={first ? "quotes" : undefined}
        name="quote"
        value={id}
        defaultChecked={position !== null}
        label={text}
        hint={`${exactDate(heardOn)}${voices > 1 ? `, heard by ${voices} people` : ""}`}
      />
      <div className="pl-7">
        <Disclosure summary="Shorten, or name" open={Boolean(passage) || named || error !== undefined}>
          <div className="grid gap-2">
            <TextAreaField
              name={`passage-${id}`}
              label="The part to quote"
              hint="Word for word, with … for what you leave out. Empty: its beginning."
              rows={2}
              maxLength={evidenceLimits.passageCharacters}
              defaultValue={passage}
              error={error}
            />
            <CheckField
              name={`named-${id}`}
              value="yes"
              defaultChecked={named}
              label="Names may stand there: whoever is named has agreed"
            />
          </div>
        </Disclosure>
      </div>
    </div>
  );
}
