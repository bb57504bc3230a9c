import type { Person } from "../people/person.ts";

const none = "00000000-0000-0000-0000-000000000000";

/** Who has written nothing and is in no team: the reading rule shows them what all staff may read, and no more. */
export const nobody: Person = {
  id: none,
  handle: "",
  name: "",
  jobTitle: "",
  role: "assistant",
  team: { id: none, slug: "", name: "" },
  demonstration: false,
};
