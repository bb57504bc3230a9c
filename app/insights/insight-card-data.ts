import type { DepartmentName } from "../departments/department.ts";
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
  supersededById: string | null;
  author: PersonName;
  team: { slug: string; name: string };
  channel: Pick<Channel, "slug" | "name" | "phrase" | "formality">;
  departments: DepartmentName[];
  tags: string[];
};
