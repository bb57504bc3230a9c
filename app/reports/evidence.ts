import type { EnquiryFigures } from "../desk/enquiry-figures.ts";
import type { Day } from "../settings/calendar.ts";

export const evidenceLimits = { quotes: 3, offerCharacters: 200, passageCharacters: 280 } as const;

/** A passage of an all-staff insight, names left out unless they may stand there. */
export type Quote = {
  insightId: string;
  text: string;
  /** "Heard over coffee"; who heard it only where they agreed. */
  heard: string;
  by: string | null;
  heardOn: Day;
};

/** What the department was heard to need most in the past year, by all-staff insights alone. */
export type TopNeed = { insightId: string; text: string; voices: number; voiceTeams: number; heardOn: Day };

/** What an evidence card says: the same for everybody, for it is shown outside the library. */
export type Evidence = {
  department: { slug: string; name: string };
  figures: EnquiryFigures;
  quotes: Quote[];
  topNeed: TopNeed | null;
  offer: string;
  version: number;
};
