import { type TextPart, textDifferences } from "./text-differences.ts";
import { type FieldChange, fieldChanges, type InsightVersion } from "./version.ts";

/** One version as the history tells it: what it changed in the one before, or its whole text where none is before it. */
export type HistoryEntry = Pick<InsightVersion, "version" | "editedAt" | "editedBy"> & {
  text: TextPart[] | "unchanged";
  fields: FieldChange[];
};

/** Told of the versions a reader may read, the latest first. */
export function tellHistory(latestFirst: readonly InsightVersion[]): HistoryEntry[] {
  return latestFirst.map((after, position) => {
    const { version, editedAt, editedBy } = after;
    const before = latestFirst[position + 1];
    if (!before) return { version, editedAt, editedBy, text: [{ text: after.body }], fields: [] };
    const text = before.body === after.body ? "unchanged" : textDifferences(before.body, after.body);
    return { version, editedAt, editedBy, text, fields: fieldChanges(before, after) };
  });
}
