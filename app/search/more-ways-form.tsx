import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField } from "../ui/check-field.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { type SearchRequest, searchAddress } from "./search-request.ts";

type Choice = { value: string; label: string };

type MoreWaysFormProps = {
  request: SearchRequest;
  /** What each filter can be set to. */
  choices: Record<"department" | "tag" | "channel" | "kind" | "team" | "person", readonly Choice[]>;
  departmentWord: string;
};

/** Everything the box takes as signs, as fields. What the search has in it already goes along, to be taken off again. */
export function MoreWaysForm({ request, choices, departmentWord }: MoreWaysFormProps): JSX.Element {
  const { q, from, to, unread } = request;
  const address = searchAddress(request, { q: "", from: undefined, to: undefined, unread: false });
  const labels = {
    department: departmentWord.charAt(0).toUpperCase() + departmentWord.slice(1),
    person: "Posted or heard too by",
    tag: "Theme",
    channel: "How heard",
    kind: "Kind",
    team: "Team",
  };
  return (
    <Form method="get" action="/search" className="grid gap-5">
      {[...new URLSearchParams(address.split("?")[1])].map(([name, value]) => (
        // Phrases and words left out stand in `q`, which is a field here.
        <input key={`${name} ${value}`} type="hidden" name={name === "q" ? "words" : name} value={value} />
      ))}
      <TextField name="q" type="search" label="Words" defaultValue={q} maxLength={1000} />
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <TextField name="phrase" label="Exactly these words, in this order" maxLength={200} />
        <TextField name="without" label="Without the word" maxLength={200} />
        {(["department", "person", "tag", "channel", "kind", "team"] as const).map((name) => (
          <SelectField key={name} name={name} label={labels[name]} defaultValue="">
            <option value="">Any</option>
            {choices[name].map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        ))}
        <TextField name="from" type="date" label="Heard on or after" defaultValue={from} />
        <TextField name="to" type="date" label="Heard on or before" defaultValue={to} />
      </div>
      <CheckField name="unread" value="1" defaultChecked={unread} label="Only what I have not read yet" />
      <Button className="justify-self-start">Search</Button>
    </Form>
  );
}
