import { exceedsBodyLimit } from "../text/body-limit.ts";

/** A form's fields as typed, each with all its values. */
export type DraftFields = Record<string, string[]>;

/** What somebody was writing and has not posted, as it is kept for them. */
export type Draft = {
  /** The form's own key: what is posted under it takes the draft away. */
  key: string;
  /** The insight being corrected; none for a new one. */
  insightId?: string;
  fields: DraftFields;
  /** Raised by every save: a slow save never overwrites a newer one. */
  version: number;
  savedAt: string;
  /** "Chrome on Windows": where it was last written. */
  device?: string;
};

export const draftLimits = { most: 20, days: 30, values: 100, otherBytes: 8_000, version: 1_000_000_000 };

/** The version of what comes out of the queue again: newer than anything that was kept while it was written. */
export const fromQueueVersion = 1_000_000;

/** The fields a draft is made of: those of the form that somebody fills. */
const draftFieldNames = [
  "body",
  "departments",
  "channel",
  "tags",
  "kind",
  "basis",
  "visibility",
  "heardOn",
  "file",
  "fileText",
  "fileDecorative",
  "version",
] as const;

/** A correction has one draft, whichever device it is written on. */
export function correctionKey(insightId: string): string {
  return `edit:${insightId}`;
}

/** Reads a draft's fields out of a form, leaving out what is empty and everything else that stands in it. */
export function draftFields(form: FormData): DraftFields {
  const fields: DraftFields = {};
  for (const name of draftFieldNames) {
    // Each file has its words, in order: those without any keep their place.
    const isKept = (value: unknown) => typeof value === "string" && (value !== "" || name === "fileText");
    const values = form.getAll(name).filter(isKept);
    if (values.length > 0) fields[name] = values as string[];
  }
  return fields;
}

/** Whether there is something in it that somebody would miss. */
export function isWorthKeeping({ body, departments, tags, file }: DraftFields): boolean {
  return Boolean(body?.[0]?.trim() || departments?.length || tags?.length || file?.length);
}

/** Whether it is no larger than a form that could be posted. */
export function isWithinLimits(fields: DraftFields): boolean {
  const { body = [], ...rest } = fields;
  if (body.length > 1 || exceedsBodyLimit(body[0] ?? "")) return false;
  const others = Object.values(rest).flat();
  return others.length <= draftLimits.values && others.join("").length <= draftLimits.otherBytes;
}

/** Where one goes on with it. */
export function draftAddress({ key, insightId }: Pick<Draft, "key" | "insightId">): string {
  const page = insightId ? `/insights/${insightId}/edit` : "/insights/new";
  return `${page}?draft=${encodeURIComponent(key)}`;
}
