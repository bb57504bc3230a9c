import { z } from "zod";
import { lines, maybeOneOf } from "./entry-fields.ts";
import { type Rhythm, rhythms } from "./rhythm.ts";

/** The fields of a profile, in the order they are read and written. */
export const profileFields = [
  "coreBusiness",
  "agendas",
  "places",
  "size",
  "systems",
  "approach",
  "works",
  "worksNot",
] as const;
type ProfileField = (typeof profileFields)[number];

export const profileFieldNames: Record<ProfileField, string> = {
  coreBusiness: "Core business",
  agendas: "Agendas and priorities",
  places: "Where they are",
  size: "Size",
  systems: "Systems they use",
  approach: "How they like to be approached",
  works: "What works here",
  worksNot: "What does not",
};

export const profileHints: Record<ProfileField, string> = {
  coreBusiness: "In a paragraph: what they teach, research or do.",
  agendas: "What matters to them this year.",
  places: "Buildings and floors.",
  size: "Staff and students, as far as known.",
  systems: "Software and platforms, as they name them.",
  approach: "By whom, how and when. In neutral words.",
  works: "What they have taken up before, and why.",
  worksNot: "What did not suit them, in neutral words.",
};

/** What a department is like, in its liaisons' words. Version 0 while nobody has written any. */
export type Profile = Record<ProfileField, string> & {
  version: number;
  rhythm: Rhythm | null;
  edited: { by: string; at: string } | null;
};

const words = () => lines(2_000);

export const profileDraft = z.object({
  coreBusiness: words(),
  agendas: words(),
  places: words(),
  size: words(),
  systems: words(),
  approach: words(),
  works: words(),
  worksNot: words(),
  rhythm: maybeOneOf(rhythms),
});
export type ProfileDraft = z.output<typeof profileDraft>;
