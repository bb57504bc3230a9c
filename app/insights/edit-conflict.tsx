import type { JSX } from "react";
import { Notice } from "../ui/notice.tsx";
import type { FieldValues, FormChoices } from "./insight-fields.tsx";

type EditConflictProps = { saved: FieldValues; mine: FieldValues; choices: FormChoices };

/** Both versions side by side when somebody saved another one meanwhile; nothing has been overwritten. */
export function EditConflict({ saved, mine, choices }: EditConflictProps): JSX.Element {
  return (
    <div className="grid gap-4">
      <Notice tone="error" title="This insight was changed while you were editing">
        Nothing is overwritten. Compare the two, bring into yours what should stay, then save.
      </Notice>
      <div className="grid gap-4 md:grid-cols-2">
        <Version title="Saved meanwhile" values={saved} choices={choices} />
        <Version title="Yours" values={mine} choices={choices} />
      </div>
    </div>
  );
}

function Version({
  title,
  values,
  choices,
}: {
  title: string;
  values: FieldValues;
  choices: FormChoices;
}): JSX.Element {
  const names = values.departments.map(
    (slug) => choices.departments.find((one) => one.slug === slug)?.name ?? slug,
  );
  const channel = choices.channels.find(({ slug }) => slug === values.channel)?.name ?? values.channel;
  const facts = [channel, values.heardOn, values.kind, values.basis, values.visibility, ...values.tags];
  return (
    <section className="grid content-start gap-2 rounded-md border border-edge bg-surface px-4 py-3">
      <h2 className="font-semibold">{title}</h2>
      <p className="text-sm text-soft">{names.join(" · ")}</p>
      <p className="whitespace-pre-wrap">{values.body}</p>
      <p className="text-sm text-soft">{facts.filter(Boolean).join(" · ")}</p>
    </section>
  );
}
