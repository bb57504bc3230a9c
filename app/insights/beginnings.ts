import { writeOver } from "../ui/text-completion.ts";
import type { FieldValues } from "./insight-fields.tsx";
import type { Template } from "./template.ts";

/** Asked of oneself while writing; what "Help me write" offers first. */
export const writingQuestions = ["What did you hear?", "So what?", "Who should know?"] as const;

/** The questions as a beginning, like the library's templates. */
export const questionsTemplate: Template = {
  slug: "three-questions",
  name: "These three questions",
  body: writingQuestions.map((question) => `${question} `).join("\n"),
  kind: null,
  channel: null,
};

/** What the form begins with when an address names a template: its words, and what it chooses. */
export function valuesOfTemplate(
  values: FieldValues,
  { slug, offered }: { slug: string; offered: readonly Template[] },
): FieldValues {
  const template = [...offered, questionsTemplate].find((one) => one.slug === slug);
  if (!template) return values;
  const { body, kind, channel } = template;
  return { ...values, body, kind: kind ?? values.kind, channel: channel ?? values.channel };
}

/** A text with a template's words in it: in its place while it is empty, else beneath it. */
function withBeginning(text: string, body: string): { text: string; caret: number } {
  const before = text.trim() === "" ? "" : `${text.trimEnd()}\n\n`;
  const firstLine = body.split("\n", 1)[0] ?? "";
  return { text: before + body, caret: before.length + firstLine.length };
}

/** Writes a template into the form; the browser's own undo takes its words back. */
export function beginWith(field: HTMLTextAreaElement, template: Template): void {
  const { text, caret } = withBeginning(field.value, template.body);
  writeOver(field, { sign: "", typed: "", from: 0, to: field.value.length }, text);
  field.setSelectionRange(caret, caret);
  const kind = field.form?.elements.namedItem("kind");
  if (template.kind && kind instanceof HTMLSelectElement && kind.value === "observation") {
    kind.value = template.kind;
  }
}
