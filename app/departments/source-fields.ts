import type { Colleague } from "../people/person.ts";
import type { FormField } from "../ui/fields-form.tsx";
import type { SentFields } from "./entry.ts";
import { type Source, sourceKindNames, sourceKinds, subscriptionNames, subscriptions } from "./source.ts";

/** The form's fields; whose turn it is is chosen among colleagues. */
export function sourceFields(colleagues: readonly Pick<Colleague, "handle" | "name">[]): FormField[] {
  return [
    { name: "kind", label: "Kind", options: sourceKinds.map((kind) => [kind, sourceKindNames[kind]]) },
    { name: "name", label: "What it is called", required: true, most: 160 },
    { name: "address", label: "Web address", as: "address", most: 500, wide: true },
    {
      name: "subscription",
      label: "Do we subscribe?",
      options: subscriptions.map((each) => [each, subscriptionNames[each]]),
    },
    { name: "everyWeeks", label: "To look at every so many weeks", as: "number", hint: "1 to 52" },
    {
      name: "turn",
      label: "Whose turn it is",
      options: [
        ["", "Whoever looks after the department"],
        ...colleagues.map(({ handle, name }) => [handle, name] as const),
      ],
      wide: true,
    },
    { name: "note", label: "What to look for", as: "lines", most: 500 },
  ];
}

export const sourceFieldNames = sourceFields([]).map(({ name }) => name);

/** A source's fields as its form has them. */
export function sourceValues(source: Source): SentFields {
  const { kind, name, address, note, subscription, turn, everyWeeks } = source;
  const weeks = everyWeeks === null ? "" : String(everyWeeks);
  return { kind, name, address, note, subscription, turn: turn?.handle ?? "", everyWeeks: weeks };
}

export const newSource: SentFields = { kind: "website", subscription: "none", everyWeeks: "4" };
