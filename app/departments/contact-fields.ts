import type { FormField } from "../ui/fields-form.tsx";
import { type Contact, contactRoleNames, contactRoles } from "./contact.ts";
import type { SentFields } from "./entry.ts";

export const contactFields: readonly FormField[] = [
  { name: "name", label: "Name", required: true, most: 120 },
  { name: "role", label: "Role", options: contactRoles.map((role) => [role, contactRoleNames[role]]) },
  { name: "place", label: "Where they sit", most: 200 },
  { name: "does", label: "What they do", most: 500, wide: true },
  {
    name: "worksOn",
    label: "What they work on",
    hint: "Topics, as they would name them: they are found by these.",
    most: 500,
    wide: true,
  },
  { name: "since", label: "There since", as: "day" },
  { name: "until", label: "There until", as: "day" },
];

/** A contact's fields as its form has them. */
export function contactValues({ name, role, place, does, worksOn, since, until }: Contact): SentFields {
  return { name, role, place, does, worksOn, since: since ?? "", until: until ?? "" };
}

export const newContact: SentFields = { role: "other" };
