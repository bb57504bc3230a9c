/** What is kept about a department, each with who noted it, its versions and a way back when it is taken away. */
export const entryKinds = [
  "profile",
  "contact",
  "source",
  "approach",
  "question",
  "sentence",
  "need",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Those of which a department has many, each noted by itself. */
export type ManyKind = Exclude<EntryKind, "profile" | "need">;

/** Who noted a thing and when: said beside everything that is about a person. */
export type Noted = { by: string; at: string };

/** Fields as a form sent them. */
export type SentFields = Record<string, string>;
export type FieldProblems = Record<string, string>;

export type EntryOutcome =
  | { outcome: "done" }
  | { outcome: "not-there" }
  | { outcome: "refused"; problems: FieldProblems }
  | { outcome: "changed-meanwhile" };
