import type { DepartmentName } from "../departments/department.ts";
import type { Day } from "../settings/calendar.ts";

/** What an enquiry was about. The first is directional: it asks the way, an opening hour, a form. */
export const enquiryKinds = [
  "directional",
  "library-use",
  "technical",
  "access",
  "finding",
  "research",
  "referencing",
  "data-publishing",
  "other",
] as const;
export type EnquiryKind = (typeof enquiryKinds)[number];

export const enquiryKindNames: Record<EnquiryKind, string> = {
  directional: "Directional",
  "library-use": "Using the library",
  technical: "Technical help",
  access: "Getting at a resource",
  finding: "Finding something known",
  research: "Research help",
  referencing: "Referencing",
  "data-publishing": "Data and publishing",
  other: "Something else",
};

export const enquiryKindHints: Partial<Record<EnquiryKind, string>> = {
  directional: "the way, an opening hour, a form",
  "library-use": "loans, cards, rooms",
  technical: "printing, wireless, logging in",
  access: "a link, a licence, a platform",
  finding: "a book, an article, a reading list",
  research: "a topic, a database, a review",
};

/** The READ scale: what answering took. */
export const efforts = [1, 2, 3, 4, 5, 6] as const;
export type Effort = (typeof efforts)[number];

export const effortHints: Record<Effort, string> = {
  1: "answered at once, nothing looked up",
  2: "a minute or two, one place looked at",
  3: "some minutes, two or three places",
  4: "several sources, some searching",
  5: "much of an hour, special knowledge",
  6: "hours or days, work of its own",
};

export const enquiryLimits = { count: 9_999, sourceCharacters: 60, sources: 60 } as const;

/** Where enquiries come in: a desk, the chat, the telephone. */
export type EnquirySource = { id: string; name: string };

/** So many enquiries of one kind, as a list shows them: numbers, and nothing of anybody who asked. */
export type EnquiryRow = {
  id: string;
  seq: number;
  askedOn: Day;
  department: DepartmentName | null;
  source: string;
  kind: EnquiryKind;
  effort: Effort | null;
  count: number;
  withdrawn: boolean;
};

/** What is wrong with a form's fields, and the fields as it sent them. */
export type EnquiryField = "askedOn" | "department" | "source" | "kind" | "effort" | "count";
export type SentEnquiry = Record<EnquiryField, string>;
export type EnquiryProblems = Partial<Record<EnquiryField, string>>;
