import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import { SelectField } from "../ui/text-field.tsx";
import { mailScopeNames, mailScopes, type WeeklyMailChoice } from "./weekly-mail.ts";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type WeeklyMailFormProps = {
  choice: WeeklyMailChoice;
  /** Whoever asked for no mail at all is not to be shown a page of choices first. */
  stop?: boolean;
};

/** How one wants the weekly issue by mail. A plain form: it works where nobody is signed in, too. */
export function WeeklyMailForm({ choice: { scope, day }, stop = false }: WeeklyMailFormProps): JSX.Element {
  return (
    <>
      {stop && scope !== "never" && (
        <form method="post" className="mb-8">
          <input type="hidden" name="scope" value="never" />
          <Button>Stop the weekly mail</Button>
        </form>
      )}
      <form method="post" className="grid gap-6">
        <CheckGroup legend="What comes">
          {mailScopes.map((one) => (
            <CheckField
              key={one}
              type="radio"
              name="scope"
              value={one}
              defaultChecked={one === scope}
              label={mailScopeNames[one]}
            />
          ))}
        </CheckGroup>
        <SelectField name="day" label="On which day" defaultValue={day ?? ""} className="max-w-80">
          <option value="">When the issue is closed</option>
          {days.map((name, at) => (
            <option key={name} value={at + 1}>
              {name}
            </option>
          ))}
        </SelectField>
        <div>
          <Button variant={stop ? "secondary" : "primary"}>Save</Button>
        </div>
      </form>
    </>
  );
}
