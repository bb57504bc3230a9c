import type { Draft } from "./draft.ts";
import type { FieldValues } from "./insight-fields.tsx";

/** A draft that stands in a form again, and whether it was written on this device. */
export type Restored = Draft & { here: boolean };

/** The form somebody has before them, when it is not the one that came with the page. */
export type FormInHand = {
  key: string;
  values: FieldValues;
  restored?: Restored;
  /** The server keeps it no more: it was put aside and brought back. */
  isUnsaved?: true;
  /** What was put aside to start afresh, and can be had back. */
  aside?: Restored;
  /** It was kept on this device, to be sent later: this is the next form. */
  queued?: true;
};

/** What keeps a form's words needs to know of it. */
export type Keeping = {
  /** The id of the person in whose name it is written. */
  writer: string;
  key: string;
  insightId?: string;
  /** What an untouched form holds. */
  blank: FieldValues;
  inHand?: Omit<FormInHand, "key" | "values">;
  /** Whether something kept earlier may be put into it: not where it already holds what somebody asked for. */
  mayRestore: boolean;
  /** Puts another form in its place. */
  onForm(next: FormInHand): void;
};

/** What React tells two forms apart by. */
export function formIdentity(form: FormInHand | undefined): string {
  if (!form) return "";
  return [form.key, form.restored?.savedAt, form.aside && "afresh"].join(" ");
}
