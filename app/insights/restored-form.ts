import { heldFiles } from "../files/sent-files.ts";
import type { DraftFields } from "./draft.ts";
import type { FormInHand, Restored } from "./form-in-hand.ts";
import type { FieldValues } from "./insight-fields.tsx";

/** A draft as the form it stands in again. */
export function inHandOf(restored: Restored): FormInHand {
  return { key: restored.key, values: valuesOfDraft(restored.fields), restored };
}

/** A draft's fields as values the form can be filled with again. */
function valuesOfDraft(fields: DraftFields): FieldValues {
  const one = (name: string) => fields[name]?.[0];
  return {
    body: one("body"),
    departments: fields.departments ?? [],
    channel: one("channel"),
    tags: (fields.tags ?? []).flatMap((value) => value.split(",")).filter(Boolean),
    kind: one("kind"),
    basis: one("basis"),
    visibility: one("visibility"),
    heardOn: one("heardOn"),
    heldFiles: heldFiles(fields),
  };
}
