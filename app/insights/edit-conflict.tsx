import type { JSX } from "react";
import { Notice } from "../ui/notice.tsx";
import type { FieldValues, FormChoices } from "./insight-fields.tsx";

type EditConflictProps = {
  saved: FieldValues;
  mine: FieldValues;
  /** Fields that both changed differently: in the form they stand as one sent them. */
  disputed: readonly string[];
  choices: FormChoices;
};

const disputedNames: Record<string, string> = {
  body: "the text",
  channel: "the channel",
  kind: "the kind",
  basis: "how sure it is",
  visibility: "who may see it",
  heardOn: "the day heard",
};

/** Both versions side by side when somebody saved another one meanwhile; nothing has been overwritten. */
export function EditConflict({ saved, mine, disputed, choices }: EditConflictProps): JSX.Element {
  return (
    <div className="grid gap-4">
      <Notice tone="error" title="This insight was changed while you were editing">
        {disputed.length === 0
          ? "Nothing is overwritten. Both sets of changes are brought together in the form: read it, then save."
          : `Nothing is overwritten. Both of you changed ${disputed.map((field) => disputedNames[field]).join(" and ")}: the form has yours there, and the other changes beside. Bring in what should stay, then save.`}
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
