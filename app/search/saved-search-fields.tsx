import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { savedSearchLimits, type TellWhen, tellWhenNames, tellWhens } from "./saved-search.ts";

type SavedSearchFieldsProps = {
  /** Two forms on one page must tell. */
  id: string;
  name: string;
  tell: TellWhen;
};

/** What a saved search is called, and when its owner is told of what is new. */
export function SavedSearchFields({ id, name, tell }: SavedSearchFieldsProps): JSX.Element {
  const say = useOurWords();
  return (
    <>
      <TextField
        id={`name-${id}`}
        name="name"
        label="Name"
        hint="Only you see it."
        defaultValue={name}
        maxLength={savedSearchLimits.name}
      />
      <CheckGroup legend={say("When something new is posted that it finds")}>
        {tellWhens.map((when) => (
          <CheckField
            key={when}
            type="radio"
            name="tell"
            value={when}
            defaultChecked={when === tell}
            label={tellWhenNames[when]}
          />
        ))}
      </CheckGroup>
    </>
  );
}
