import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { capitalised } from "../settings/our-words.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import { sentFields } from "../ui/sent-fields.ts";
import { SelectField, TextField } from "../ui/text-field.tsx";
import type { HandoverProblems } from "./handover.ts";
import type { SentHandover } from "./handover-draft.ts";

type HandoverFormProps = {
  /** Who hands over; nobody where the departments have no liaison yet. */
  from: { handle: string; name: string } | null;
  departments: readonly { slug: string; name: string; part?: string }[];
  takers: readonly { handle: string; name: string; departments: readonly unknown[] }[];
  values: SentHandover;
  problems: HandoverProblems;
  today: string;
};

/** Which departments, to whom, and for how long. */
export function HandoverForm(props: HandoverFormProps): JSX.Element {
  const { from, departments, takers, values, problems, today } = props;
  const say = useOurWords();
  const field = sentFields(values, problems);
  return (
    <Form method="post" className="grid max-w-measure gap-5">
      <input type="hidden" name="intent" value="hand-over" />
      <input type="hidden" name="key" value={values.key} />
      <input type="hidden" name="from" value={from?.handle ?? ""} />
      <div id="departments" tabIndex={-1}>
        <CheckGroup legend={capitalised(say("departments"))}>
          {departments.map(({ slug, name, part }) => (
            <CheckField
              key={slug}
              name="departments"
              value={slug}
              defaultChecked={values.departments.includes(slug)}
              label={name}
              hint={part === "co-owner" ? "They share it" : undefined}
            />
          ))}
          {problems.departments && <p className="text-sm text-danger">{problems.departments}</p>}
        </CheckGroup>
      </div>
      <SelectField {...field("to")} label="To">
        <option value="">Choose a colleague</option>
        {takers
          .filter(({ handle }) => handle !== from?.handle)
          .map(({ handle, name, departments: theirs }) => (
            <option key={handle} value={handle}>
              {name}
              {theirs.length > 0 && ` (looks after ${theirs.length})`}
            </option>
          ))}
      </SelectField>
      {from && (
        <fieldset className="group/lasting grid gap-1">
          <legend className="mb-1 font-medium">For how long</legend>
          <CheckField
            type="radio"
            name="lasting"
            value="good"
            defaultChecked={values.lasting !== "away"}
            label="For good"
          />
          <CheckField
            type="radio"
            name="lasting"
            value="away"
            defaultChecked={values.lasting === "away"}
            label="While they are away"
            hint="It goes back by itself on the day they return."
          />
          <div className="mt-2 grid gap-4 sm:grid-cols-2">
            <TextField type="date" {...field("startsOn")} label="From" min={today} />
            <TextField
              type="date"
              {...field("endsOn")}
              label="Back on"
              min={today}
              className="hidden group-has-[input[value=away]:checked]/lasting:block"
            />
          </div>
        </fieldset>
      )}
      <p className="text-sm text-soft">
        Whoever takes them over is told, and finds everything in an order to read in.
      </p>
      <Button className="justify-self-start">{from ? "Hand over" : "Give to them"}</Button>
    </Form>
  );
}
