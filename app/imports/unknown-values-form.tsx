import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { Select, SelectField } from "../ui/text-field.tsx";
import { formalities } from "../vocabulary/channel.ts";
import type { UnknownValue } from "./import.ts";
import { leftOut } from "./import-mapping.ts";
import type { Choice } from "./mapping-form.tsx";

/** As many as one form may hold; answered, they make room for the next. */
const shown = 40;

type UnknownValuesFormProps = {
  unknown: readonly UnknownValue[];
  departments: readonly Choice[];
  channels: readonly Choice[];
  /** Whether the departments among them may be added as they are. */
  mayMake: boolean;
  /** And the channels. */
  mayMakeChannels: boolean;
};

/** Each department and channel the library does not know, to be told which it is or to be left out. */
export function UnknownValuesForm(props: UnknownValuesFormProps): JSX.Element {
  const missing = props.unknown.filter(({ of }) => of === "departments").length;
  const channels = props.unknown.length - missing;
  return (
    <div className="grid gap-8">
      {props.mayMake && missing > 0 && <MakeDepartments missing={missing} />}
      {props.mayMakeChannels && channels > 0 && <MakeChannels missing={channels} />}
      <Meanings {...props} />
    </div>
  );
}

function MakeDepartments({ missing }: { missing: number }): JSX.Element {
  const say = useOurWords();
  const all = missing === 1 ? say("this department") : say(`these ${missing} departments`);
  return (
    <Form method="post" className="grid gap-2">
      <p>
        {say(
          "If the file spells its departments as your library should, they need not be chosen one by one.",
        )}
      </p>
      <div>
        <Button name="intent" value="make-departments">
          Add {all} to the library, and check again
        </Button>
      </div>
    </Form>
  );
}

function MakeChannels({ missing }: { missing: number }): JSX.Element {
  return (
    <Form method="post" className="grid gap-2">
      <p>
        Ways of hearing something that your library has not had so far can be added as the file spells them.
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField name="formality" label="They are" defaultValue="informal" className="w-40">
          {formalities.map((formality) => (
            <option key={formality} value={formality}>
              {formality}
            </option>
          ))}
        </SelectField>
        <Button name="intent" value="make-channels">
          Add {missing === 1 ? "this channel" : `these ${missing} channels`} to the library, and check again
        </Button>
      </div>
    </Form>
  );
}

function Meanings({ unknown, departments, channels }: UnknownValuesFormProps): JSX.Element {
  const say = useOurWords();
  return (
    <Form method="post" className="grid gap-4">
      <ul className="grid gap-4">
        {unknown.slice(0, shown).map(({ of, value, rows }, at) => (
          <li key={`${of} ${value}`} className="grid items-center gap-x-6 gap-y-1 sm:grid-cols-2">
            <label htmlFor={`unknown-${at}`}>
              <span className="font-medium wrap-anywhere">{value}</span>
              <span className="block text-sm text-soft">
                {of === "channel" ? "Channel" : say("Department")} of{" "}
                {rows === 1 ? "one row" : `${rows} rows`}
              </span>
            </label>
            <input type="hidden" name="unknown-of" value={of} />
            <input type="hidden" name="unknown-value" value={value} />
            <Select id={`unknown-${at}`} name="unknown-means" defaultValue="">
              <option value="">Not decided: its rows are refused</option>
              <option value={leftOut}>Leave its rows out</option>
              {(of === "channel" ? channels : departments).map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      {unknown.length > shown && (
        <p className="text-soft">{unknown.length - shown} more follow when these are decided.</p>
      )}
      <div>
        <Button name="intent" value="meanings" variant="secondary">
          Check again with these
        </Button>
      </div>
    </Form>
  );
}
