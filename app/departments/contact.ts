import { z } from "zod";
import type { Day } from "../settings/calendar.ts";
import type { Noted } from "./entry.ts";
import { line, lines, maybeDay, saying } from "./entry-fields.ts";

export const contactRoles = [
  "head",
  "library-rep",
  "library-friend",
  "stakeholder",
  "new-person",
  "other",
] as const;
export type ContactRole = (typeof contactRoles)[number];

export const contactRoleNames: Record<ContactRole, string> = {
  head: "Head",
  "library-rep": "Library representative",
  "library-friend": "Library friend",
  stakeholder: "Stakeholder",
  "new-person": "New",
  other: "Other",
};

/** A person in a department, as somebody of ours noted them. */
export type Contact = {
  id: string;
  version: number;
  name: string;
  role: ContactRole;
  place: string;
  /** What they do, and what they work on. */
  does: string;
  worksOn: string;
  since: Day | null;
  until: Day | null;
  noted: Noted;
};

export const contactDraft = z
  .object({
    name: saying(line(120), "Write the name"),
    role: z.enum(contactRoles, { error: "Choose a role from the list" }),
    place: line(200),
    does: lines(500),
    worksOn: lines(500),
    since: maybeDay(),
    until: maybeDay(),
  })
  .refine(({ since, until }) => !since || !until || since <= until, {
    path: ["until"],
    message: "That is before they began",
  });

/** Whether somebody is there on a day: not yet gone. */
export function isThere({ until }: Pick<Contact, "until">, today: Day): boolean {
  return until === null || until >= today;
}
