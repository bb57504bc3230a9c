import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { FieldsForm, type FormField } from "../ui/fields-form.tsx";
import { Section } from "../ui/page.tsx";
import { type DepartmentKind, departmentKindNames, departmentKinds } from "./department.ts";

type Choice = readonly [slug: string, name: string];

type StructureFormsProps = {
  department: {
    name: string;
    kind: DepartmentKind;
    parent: { slug: string } | null;
    closed: boolean;
    aliases: readonly { name: string; kind: string }[];
  };
  /** Open departments but this one. */
  others: readonly Choice[];
  refused?: { intent: string; problems: Record<string, string>; sent: Record<string, string> };
};

/** Where a department stands and what it is called, each by a form of its own; everything can be undone beneath. */
export function StructureForms({ department, others, refused }: StructureFormsProps): JSX.Element {
  const { name, kind, parent, closed, aliases } = department;
  const nicknames = aliases.filter((alias) => alias.kind === "nickname").map((alias) => alias.name);
  const forms: {
    intent: string;
    title: string;
    fields: FormField[];
    values: Record<string, string>;
    label: string;
  }[] = [
    {
      intent: "rename",
      title: "Rename",
      label: "Rename",
      values: { name },
      fields: [
        {
          name: "name",
          label: "Name",
          hint: "The old name goes on finding it, and its address stays.",
          required: true,
          most: 120,
          wide: true,
        },
      ],
    },
    {
      intent: "nicknames",
      title: "Nicknames",
      label: "Save nicknames",
      values: { nicknames: nicknames.join(", ") },
      fields: [
        {
          name: "nicknames",
          label: "Found by as well",
          hint: "With commas between them.",
          most: 600,
          wide: true,
        },
      ],
    },
    {
      intent: "move",
      title: "Move",
      label: "Move",
      values: { kind, parent: parent?.slug ?? "" },
      fields: [
        {
          name: "kind",
          label: "Kind",
          options: departmentKinds.map((each) => [each, departmentKindNames[each]]),
        },
        { name: "parent", label: "Beneath", options: [["", "Nothing: at the top"], ...others] },
      ],
    },
    {
      intent: "merge",
      title: "Merge into another",
      label: "Merge",
      values: {},
      fields: [
        {
          name: "into",
          label: "Into",
          hint: "What was heard and noted goes along; its names and its address lead there.",
          options: [["", "Choose one"], ...others],
          wide: true,
        },
      ],
    },
    {
      intent: "split",
      title: "Split",
      label: "Split",
      values: {},
      fields: [
        {
          name: "names",
          label: "Into",
          hint: "A name a line. What was heard and noted stays with the old one, which is closed and leads to them.",
          as: "lines",
          required: true,
          most: 1_000,
        },
      ],
    },
  ];
  return (
    <>
      {forms
        .filter(({ intent }) => intent !== "split" || !closed)
        .map(({ intent, title, fields, values, label }) => {
          const wrong = refused?.intent === intent ? refused : undefined;
          return (
            <Section key={intent} title={title}>
              <FieldsForm
                key={JSON.stringify(values)}
                id={intent}
                hidden={{ intent }}
                fields={fields}
                values={wrong?.sent ?? values}
                problems={wrong?.problems}
                submitLabel={label}
              />
            </Section>
          );
        })}
      <Section title={closed ? "Open again" : "Close"}>
        <form method="post" className="grid justify-items-start gap-2">
          <input type="hidden" name="intent" value={closed ? "reopen" : "close"} />
          <p className="max-w-measure text-soft">
            {closed
              ? "It stands in lists again, and things can be posted about it."
              : "It keeps all it has and is found; nothing more can be posted about it."}
          </p>
          <Button variant="secondary">{closed ? `Open ${name} again` : `Close ${name}`}</Button>
        </form>
      </Section>
    </>
  );
}
