import type { JSX } from "react";
import type { FollowKind } from "../people/follow.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import { LazyCombobox } from "../ui/combobox.lazy.tsx";
import type { ComboboxOption } from "../ui/combobox-option.ts";
import { SelectField } from "../ui/text-field.tsx";
import { mailScopeNames, mailScopes, type WeeklyMailChoice } from "./weekly-mail.ts";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type WeeklyMailFormProps = {
  choice: WeeklyMailChoice;
  /** Whoever asked for no mail at all is not to be shown a page of choices first. */
  stop?: boolean;
  /** What it can be about; nothing where nobody is signed in to be shown it. */
  offered?: Record<"departments" | "tags", ComboboxOption[]>;
};

/** How one wants the weekly issue by mail. A plain form: it works where nobody is signed in, too. */
export function WeeklyMailForm({ choice, stop = false, offered }: WeeklyMailFormProps): JSX.Element {
  const { scope, day, topics } = choice;
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
        {offered && <Topics topics={topics} offered={offered} />}
        <div>
          <Button variant={stop ? "secondary" : "primary"}>Save</Button>
        </div>
      </form>
    </>
  );
}

type TopicsProps = Required<Pick<WeeklyMailFormProps, "offered">> & Pick<WeeklyMailChoice, "topics">;

function Topics({ topics, offered }: TopicsProps): JSX.Element {
  const say = useOurWords();
  const of = (kind: FollowKind) => topics.filter((one) => one.kind === kind).map(({ slug }) => slug);
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-medium">What is for me, and stands on top</legend>
      <p className="max-w-measure text-sm text-soft">
        Without a choice here it is what you look after and follow.
      </p>
      <input type="hidden" name="topics" value="chosen" />
      <LazyCombobox
        name="department"
        label={say("Departments")}
        options={offered.departments}
        multiple
        optional
        defaultValue={of("department")}
        placeholder="Name or nickname"
      />
      <LazyCombobox
        name="tag"
        label="Themes"
        options={offered.tags}
        multiple
        optional
        defaultValue={of("tag")}
        placeholder="A tag or another word for it"
      />
    </fieldset>
  );
}
