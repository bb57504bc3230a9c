import type { InsightDraft } from "./insight-draft.ts";
import type { FieldValues } from "./insight-fields.tsx";

/** What a form sent, as it was typed: what is shown again when something is wrong with it. */
export type SentDraft = Record<keyof InsightDraft, string | string[] | undefined> & {
  departments: string[];
  tags: string[];
};

/** Reads an insight's fields from a form, each by its name, and nothing else that may have been sent with it. */
export function sentDraft(form: FormData): SentDraft {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  // A field that may stand once and came twice stays a list, which no schema takes for a text.
  const one = (name: string) => {
    const values = texts(name);
    return values.length > 1 ? values : values[0] || undefined;
  };
  return {
    body: one("body"),
    departments: texts("departments").filter(Boolean),
    channel: one("channel") ?? "",
    tags: texts("tags")
      .flatMap((value) => value.split(","))
      .filter((value) => value.trim() !== ""),
    kind: one("kind"),
    basis: one("basis"),
    visibility: one("visibility"),
    heardOn: one("heardOn"),
  };
}

/** What was sent, as values the form can be filled with again. */
export function fieldValues(sent: SentDraft): FieldValues {
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
  return {
    body: text(sent.body),
    departments: sent.departments,
    channel: text(sent.channel),
    tags: sent.tags,
    kind: text(sent.kind),
    basis: text(sent.basis),
    visibility: text(sent.visibility),
    heardOn: text(sent.heardOn),
  };
}
