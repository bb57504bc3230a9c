import type { JSX } from "react";
import { isDay } from "../settings/calendar.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { exactDate } from "../ui/dates.ts";
import { Facts } from "../ui/facts.tsx";
import { Notice } from "../ui/notice.tsx";
import { basisNames, insightKindNames, visibilityNames } from "./insight.ts";
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

const inOneLine = new Intl.ListFormat("en-GB");

/** Both versions side by side when somebody saved another one meanwhile; nothing has been overwritten. */
export function EditConflict({ saved, mine, disputed, choices }: EditConflictProps): JSX.Element {
  return (
    <div className="grid gap-4">
      <Notice tone="error" title="This insight was changed while you were editing">
        {disputed.length === 0
          ? "Nothing is overwritten. Both sets of changes are brought together in the form: read it, then save."
          : `Nothing is overwritten. Both of you changed ${inOneLine.format(disputed.map((field) => nameIn(disputedNames, field)))}: the form has yours there, and the other changes beside. Bring in what should stay, then save.`}
      </Notice>
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
        <Version title="Saved meanwhile" values={saved} other={mine} choices={choices} />
        <Version title="Yours" values={mine} other={saved} choices={choices} />
      </div>
    </div>
  );
}

type VersionProps = { title: string; values: FieldValues; other: FieldValues; choices: FormChoices };

/** One of the two, whole text and all; of the rest what the other has differently. */
function Version({ title, values, other, choices }: VersionProps): JSX.Element {
  const say = useOurWords();
  const [own, others] = [inWords(values, choices), inWords(other, choices)];
  const differing = own.filter(([, value], at) => value !== others[at]?.[1]);
  return (
    <section className="grid content-start gap-3 border-t-2 border-accent pt-3">
      <h2 className="font-semibold">{title}</h2>
      <p className="whitespace-pre-wrap wrap-anywhere">{values.body}</p>
      <Facts facts={differing.map(([name, value]) => [say(name), value || "None"])} />
    </section>
  );
}

/** What a form holds besides its text, as it is said on an insight's own page. */
function inWords(values: FieldValues, choices: FormChoices): [name: string, value: string][] {
  const named = (slugs: readonly (string | undefined)[], among: readonly { slug: string; name: string }[]) =>
    slugs.map((slug) => among.find((one) => one.slug === slug)?.name ?? slug).join(", ");
  return [
    ["Departments", named(values.departments, choices.departments)],
    ["How it was heard", named([values.channel], choices.channels)],
    ["Heard on", dayInWords(values.heardOn)],
    ["Kind", nameIn(insightKindNames, values.kind)],
    ["How sure", nameIn(basisNames, values.basis)],
    ["Who may see it", nameIn(visibilityNames, values.visibility)],
    ["Tags", values.tags.join(", ")],
  ];
}

function dayInWords(day = ""): string {
  return isDay(day) ? exactDate(day) : day;
}

function nameIn(names: Record<string, string>, key = ""): string {
  return names[key] ?? key;
}
