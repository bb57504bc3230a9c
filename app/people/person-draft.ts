import { z } from "zod";
import { roles } from "./person.ts";

const emailAddress = z
  .string({ error: "Enter an e-mail address" })
  .trim()
  .toLowerCase()
  .max(254, "An e-mail address has at most 254 characters")
  .pipe(z.email("Enter an e-mail address such as name@library.example"));

export const personDraft = z.strictObject({
  handle: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,39}$/,
      "A handle starts with a letter and holds a-z, 0-9 and hyphens, 40 at most",
    ),
  name: z.string().trim().min(1, "Enter a name").max(100, "A name has at most 100 characters"),
  email: emailAddress,
  role: z.enum(roles),
  jobTitle: z.string().trim().max(100, "A job title has at most 100 characters"),
  teamId: z.uuid(),
});

export type PersonDraft = z.infer<typeof personDraft>;
