import type { FormField } from "../ui/fields-form.tsx";
import type { SentFields } from "./entry.ts";
import { type Profile, profileFieldNames, profileFields, profileHints } from "./profile.ts";
import { rhythmNames, rhythms } from "./rhythm.ts";

export const profileFormFields: readonly FormField[] = [
  ...profileFields.map(
    (name): FormField => ({
      name,
      label: profileFieldNames[name],
      hint: profileHints[name],
      as: "lines",
      most: 2_000,
    }),
  ),
  {
    name: "rhythm",
    label: "How often something should be heard",
    options: [["", "No rhythm"], ...rhythms.map((rhythm) => [rhythm, rhythmNames[rhythm]] as const)],
    wide: true,
  },
];

/** A profile's fields as its form has them. */
export function profileValues(profile: Profile): SentFields {
  const words = Object.fromEntries(profileFields.map((field) => [field, profile[field]]));
  return { ...words, rhythm: profile.rhythm ?? "" };
}
