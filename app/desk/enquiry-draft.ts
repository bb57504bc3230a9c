import { z } from "zod";
import { type Day, isDay } from "../settings/calendar.ts";
import {
  type Effort,
  type EnquiryField,
  type EnquiryProblems,
  efforts,
  enquiryKinds,
  enquiryLimits,
  type SentEnquiry,
} from "./enquiry.ts";

const most = enquiryLimits.count;
const howMany = `A whole number from 1 to ${most.toLocaleString("en-GB")}`;

function enquiryDraft({ today }: { today: Day }) {
  return z.object({
    askedOn: z
      .string()
      .refine(isDay, "Give the day as a date, such as 2026-11-17")
      .refine((day) => day >= "1950-01-01", "That day is too long ago")
      .refine((day) => day <= today, "That day is in the future"),
    /** A department's slug; nothing when nobody knows. */
    department: z.string().max(80, "Choose a department from the list"),
    source: z.string().min(1, "Choose where they came in").max(80, "Choose where they came in"),
    kind: z.enum(enquiryKinds, { error: "Choose what it was about" }),
    effort: z
      .string()
      .refine((effort) => effort === "" || /^[1-6]$/.test(effort), "Effort goes from 1 to 6")
      .transform((effort) => efforts.find((one) => String(one) === effort) ?? null),
    count: z
      .string()
      .refine((count) => /^\d{1,4}$/.test(count) && Number(count) >= 1 && Number(count) <= most, howMany)
      .transform(Number),
  });
}

export type EnquiryDraft = Omit<z.output<ReturnType<typeof enquiryDraft>>, "effort"> & {
  effort: Effort | null;
};

/** Enquiries from whatever was sent, or what is wrong with them. */
export function readEnquiry(
  sent: SentEnquiry,
  { today }: { today: Day },
): { draft: EnquiryDraft } | { problems: EnquiryProblems } {
  const result = enquiryDraft({ today }).safeParse({ ...sent, count: sent.count.trim() || "1" });
  if (result.success) return { draft: result.data };
  const problems: EnquiryProblems = {};
  for (const issue of result.error.issues) problems[issue.path[0] as EnquiryField] ??= issue.message;
  return { problems };
}
