import { z } from "zod";

export const roles = ["assistant", "liaison", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  assistant: "Enquiry-desk assistant",
  liaison: "Liaison librarian",
  editor: "Editor",
  admin: "Administrator",
};

/** The person a request acts for: what every loader, policy and visibility rule needs to know, and no more. */
export type Person = {
  id: string;
  handle: string;
  name: string;
  jobTitle: string;
  role: Role;
  team: { id: string; slug: string; name: string };
};

export const passwordLimits = { min: 12, max: 128 } as const;

export const emailAddress = z
  .string({ error: "Enter an e-mail address" })
  .trim()
  .toLowerCase()
  .max(254, "An e-mail address has at most 254 characters")
  .pipe(z.email("Enter an e-mail address such as name@library.example"));

export const handle = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    "A handle starts with a letter and holds a-z, 0-9 and hyphens, 40 at most",
  );
