import { z } from "zod";
import { cleanLine, cleanText, saysSomething } from "../text/clean-text.ts";
import { insightKinds } from "./insight.ts";
import { type SentTemplate, type TemplateProblems, templateLimits, templateSlug } from "./template.ts";

const templateDraft = z.object({
  name: z
    .string()
    .transform(cleanLine)
    .refine((name) => templateSlug(name) !== "", "Give it a name")
    .refine(
      (name) => [...name].length <= templateLimits.nameCharacters,
      `At most ${templateLimits.nameCharacters} characters`,
    ),
  body: z
    .string()
    .transform(cleanText)
    .refine(saysSomething, "Write what the text begins with")
    .refine(
      (body) => [...body].length <= templateLimits.bodyCharacters,
      `At most ${templateLimits.bodyCharacters.toLocaleString("en-GB")} characters`,
    ),
  kind: z.enum(insightKinds, { error: "Choose a kind from the list" }).nullable(),
  channel: z.string().max(80, "Choose a channel from the list").nullable(),
});

export type TemplateDraft = z.output<typeof templateDraft>;

/** A template from whatever was sent, or what is wrong with it. */
export function readTemplate(sent: SentTemplate): { draft: TemplateDraft } | { problems: TemplateProblems } {
  const { name, body, kind, channel } = sent;
  const result = templateDraft.safeParse({ name, body, kind: kind || null, channel: channel || null });
  if (result.success) return { draft: result.data };
  const problems: TemplateProblems = {};
  for (const issue of result.error.issues)
    problems[issue.path[0] as keyof TemplateProblems] ??= issue.message;
  return { problems };
}
