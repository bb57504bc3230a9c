import type { InsightKind } from "../insights/insight.ts";
import type { Day } from "../settings/calendar.ts";

/** What the rules of an issue look at in an insight. All of them are for all staff. */
export type HeardRow = {
  id: string;
  seq: number;
  version: number;
  week: Day;
  heardOn: Day;
  kind: InsightKind;
  answered: boolean;
  author: string;
  /** Everybody's who heard it: the author's and those of whoever corroborated it. */
  teams: readonly string[];
  tags: readonly string[];
  departments: readonly HeardDepartment[];
  text: string;
  voices: number;
};

/** `root` is the faculty or service it belongs to: two departments with different ones are unrelated. */
type HeardDepartment = { slug: string; name: string; root: string };
