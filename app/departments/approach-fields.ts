import type { FormField } from "../ui/fields-form.tsx";
import {
  type Approach,
  approachOutcomeNames,
  approachOutcomes,
  approachWayNames,
  approachWays,
} from "./approach.ts";
import type { SentFields } from "./entry.ts";

export const approachFields: readonly FormField[] = [
  {
    name: "what",
    label: "What was offered",
    hint: "Such as: ten minutes on reading lists at their staff meeting.",
    as: "lines",
    required: true,
    most: 500,
  },
  { name: "way", label: "How", options: approachWays.map((way) => [way, approachWayNames[way]]) },
  { name: "madeOn", label: "When", as: "day", required: true },
  {
    name: "outcome",
    label: "What came of it",
    options: [
      ["", "No answer yet"],
      ...approachOutcomes.map((outcome) => [outcome, approachOutcomeNames[outcome]] as const),
    ],
    wide: true,
  },
  { name: "learned", label: "What we learned", hint: "In neutral words.", as: "lines", most: 500 },
];

/** An approach's fields as its form has them. */
export function approachValues({ what, way, madeOn, outcome, learned }: Approach): SentFields {
  return { what, way, madeOn, outcome: outcome ?? "", learned };
}
