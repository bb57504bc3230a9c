import { type Day, daysAfter } from "../settings/calendar.ts";

export const rhythms = ["weekly", "fortnightly", "monthly", "termly", "half-yearly", "yearly"] as const;
export type Rhythm = (typeof rhythms)[number];

export const rhythmNames: Record<Rhythm, string> = {
  weekly: "Every week",
  fortnightly: "Every two weeks",
  monthly: "Every month",
  termly: "Every term",
  "half-yearly": "Twice a year",
  yearly: "Once a year",
};

const days: Record<Rhythm, number> = {
  weekly: 7,
  fortnightly: 14,
  monthly: 31,
  termly: 122,
  "half-yearly": 183,
  yearly: 366,
};

/** What a department's wanted rhythm and its last contact say together. */
/** When anything was last heard or asked, and whether the last was an enquiry rather than an insight. */
export type LastContact = { day: Day | null; byEnquiry: boolean };

export type Contacting = { rhythm: Rhythm | null; lastContact: Day | null };

/** The day by which something should be heard again; none without a rhythm, or while nothing has been heard. */
export function dueBy({ rhythm, lastContact }: Contacting): Day | null {
  return rhythm && lastContact ? daysAfter(lastContact, days[rhythm]) : null;
}

/**
 * Whether a department is going quiet against its own rhythm: a quarter of it is allowed over. Without a rhythm nobody
 * is; with one and nothing ever heard, it is.
 */
export function isGoingQuiet({ rhythm, lastContact }: Contacting, today: Day): boolean {
  if (!rhythm) return false;
  return !lastContact || daysAfter(lastContact, Math.ceil(days[rhythm] * 1.25)) < today;
}
