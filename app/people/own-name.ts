import { type Role, roleNames } from "./person.ts";

/** What somebody was called before they were shown by their role. */
export type OwnName = { name: string; handle: string; jobTitle: string };

/** How those who have left stand beside what they wrote. */
export const leaverNames = ["name", "role"] as const;
export type LeaverName = (typeof leaverNames)[number];

/** What stands in a leaver's place where their name is not shown. */
export function nameByRole(role: Role): string {
  return `Former ${roleNames[role].toLowerCase()}`;
}
