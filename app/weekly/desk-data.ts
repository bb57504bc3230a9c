import type { MinuteLine } from "./minute.ts";

/** An insight as the editor's desk lists it. */
export type DeskInsight = { id: string; about: string; text: string };

/** What the editor's desk shows of a week. */
export type Desk = {
  version: number;
  lead: string;
  prompt: string;
  minute: readonly MinuteLine[];
  /** How many of the editor's lines went with what they were made of. */
  gone: number;
  picks: readonly (DeskInsight & { sentence: string })[];
  /** What can be picked: all-staff insights of the week that are not. */
  others: readonly DeskInsight[];
  approved: boolean;
  closed: boolean;
};
