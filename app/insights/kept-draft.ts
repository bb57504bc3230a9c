import type { FieldValues } from "./insight-fields.tsx";
import { fieldValues, sentDraft } from "./sent-draft.ts";

const place = "corridor-draft";
const keptMilliseconds = 10 * 60_000;

/** Keeps what stands in a form in this tab, for whoever comes back to one within ten minutes. */
export function keepDraft(form: HTMLFormElement): void {
  const values = fieldValues(sentDraft(new FormData(form)));
  if (!values.body?.trim() && values.departments.length === 0) return;
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
