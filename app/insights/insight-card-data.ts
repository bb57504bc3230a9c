import type { DepartmentName } from "../departments/department.ts";
import type { FileFacts } from "../files/file.ts";
import type { PersonName } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import type { Channel } from "../vocabulary/channel.ts";
import type { Basis, InsightKind, Visibility } from "./insight.ts";

/** An insight as a card shows it: all that a reader may see, and no more. */
export type InsightCardData = {
  id: string;
  seq: number;
  html: string;
  kind: InsightKind;
  basis: Basis;
  visibility: Visibility;
  heardOn: Day;
  postedAt: Date;
  editedAt: Date | null;
  /** What replaces it, if this reader may read that. */
  supersededById: string | null;
  /** From this day on somebody is asked whether it is still true. */
  reviewOn: Day | null;
  stillTrue: StillTrue | null;
  author: PersonName;
  team: { slug: string; name: string };
  channel: Pick<Channel, "slug" | "name" | "phrase" | "formality">;
  departments: DepartmentName[];
  tags: string[];
  /** Distinct people and teams who heard it, and the last day anybody did, once somebody has corroborated it. */
  voices: number;
  voiceTeams: number;
  lastHeardOn: Day | null;
  comments: number;
  /** Of a question: whether it has been answered. */
  answered: boolean;
  /** What is this reader's alone: whether they posted it, or have heard it too. */
  readerVoice: ReaderVoice;
  files: FileFacts[];
};

/** What of it a list's card is drawn from. Its text may be left out where an excerpt stands for it; a moment may come as text. */
export type ListedCard = Omit<InsightCardData, "seq" | "html" | "postedAt" | "editedAt"> & {
  html?: string;
  editedAt: Date | string | null;
};

/** What of a card every reader is shown alike. */
export type CardForAll = Omit<ListedCard, "readerVoice">;

/** Who last said that it is still true, and when. */
export type StillTrue = { by: string; at: string };

export type ReaderVoice = "own" | "given" | "none";
