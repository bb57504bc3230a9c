import type { FieldValues } from "./insight-fields.tsx";

const place = "corridor-draft";
const keptMilliseconds = 10 * 60_000;

/** Keeps what was written in this tab, for whoever comes back to a form within ten minutes. */
export function keepDraft(values: FieldValues): void {
  try {
    sessionStorage.setItem(place, JSON.stringify({ at: Date.now(), values }));
  } catch {
    // Storage may be refused; then the text stays behind.
  }
}

/** What was kept, once. */
export function takeKeptDraft(): FieldValues | undefined {
  try {
    const kept = sessionStorage.getItem(place);
    if (!kept) return undefined;
    sessionStorage.removeItem(place);
    const { at, values } = JSON.parse(kept) as { at: number; values: FieldValues };
    return Date.now() - at < keptMilliseconds ? values : undefined;
  } catch {
    return undefined;
  }
}
