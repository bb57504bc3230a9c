/** What the box finds besides insights, in the order shown. */
export const namedKinds = ["department", "contact", "person", "tag", "comment"] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Something with a name of its own, or a comment: what it is called, what else is said of it, where it leads. */
export type Named = {
  kind: NamedKind;
  key: string;
  title: string;
  detail: string;
  to: string;
};

export const namedKindNames: Record<NamedKind, string> = {
  department: "Department",
  contact: "Contact",
  person: "Colleague",
  tag: "Theme",
  comment: "Comment",
};
