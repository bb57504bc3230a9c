import { z } from "zod";
import { type Day, isDay } from "../settings/calendar.ts";
import { exceedsBodyLimit } from "../text/body-limit.ts";
import { cleanText, saysSomething } from "../text/clean-text.ts";
import { tagName } from "../text/tags-in-text.ts";
import { bases, insightKinds, insightLimits, visibilities } from "./insight.ts";

const notListed = "Choose departments from the list";
const slug = z.string({ error: notListed }).max(80, notListed);

const body = z
  .string({ error: "Write what you heard" })
  .transform(cleanText)
  .refine(saysSomething, "Write what you heard")
  .refine((text) => !exceedsBodyLimit(text), "The text is too long: at most 20,000 bytes, about 3,000 words");

const notADay = "Give the date heard as a day, such as 2026-11-17";

const tags = z
  .array(z.string({ error: "Give each tag as a text" }).max(200, "A tag has at most 40 characters"), {
    error: "Give the tags as a list",
  })
  .transform((names) => [...new Set(names.filter((name) => name.trim() !== ""))])
  .pipe(
    z.array(
      z.string().transform((name, context) => {
        const tag = tagName(name);
        if (tag) return tag;
        context.addIssue(
          `“${name.slice(0, 50)}” cannot be a tag: a letter first, then letters, digits and hyphens, 40 at most`,
        );
        return z.NEVER;
      }),
    ),
  )
  .refine((names) => names.length <= insightLimits.tags, `At most ${insightLimits.tags} tags`);

/** What is asked of whoever posts: one schema for the page, the API and imports. `today` is the library's day. */
export function insightDraft({ today }: { today: Day }) {
  const fields = {
    body,
    departments: z
      .array(slug, { error: "Choose a department" })
      .transform((slugs) => [...new Set(slugs.filter((chosen) => chosen !== ""))])
      .refine((slugs) => slugs.length > 0, "Choose a department")
      .refine(
        (slugs) => slugs.length <= insightLimits.departments,
        `At most ${insightLimits.departments} departments`,
      ),
    channel: z
      .string({ error: "Choose how you heard it" })
      .max(80, "Choose how you heard it from the list")
      .min(1, "Choose how you heard it"),
    tags: tags.default([]),
    kind: z.enum(insightKinds, { error: "Choose a kind from the list" }).default("observation"),
    basis: z.enum(bases, { error: "Choose a basis from the list" }).default("reported"),
    visibility: z.enum(visibilities, { error: "Choose who may see it from the list" }).default("staff"),
    heardOn: z
      .string({ error: notADay })
      .refine(isDay, notADay)
      .refine((day) => day >= "1950-01-01", "The date heard is too long ago")
      .refine((day) => day <= today, "The date heard is in the future")
      .default(today),
  };
  return z.strictObject(fields, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `An insight has no field called ${issue.keys.map((key) => `“${key.slice(0, 50)}”`).join(", ")}`
        : `Send an object with the fields ${Object.keys(fields).join(", ")}`,
  });
}

export type InsightDraft = z.output<ReturnType<typeof insightDraft>>;

/** What is wrong with a draft, by field, in words to stand beside it. */
export type DraftProblems = Partial<Record<keyof InsightDraft | "files" | "form", string>>;

let made: { today: Day; schema: ReturnType<typeof insightDraft> } | undefined;

/** Making a schema takes longer than using it: one serves a whole day. */
function schemaOf(today: Day): ReturnType<typeof insightDraft> {
  if (made?.today !== today) made = { today, schema: insightDraft({ today }) };
  return made.schema;
}

/** A draft from whatever was sent, or what is wrong with it. */
export function readDraft(
  sent: unknown,
  { today }: { today: Day },
): { draft: InsightDraft } | { problems: DraftProblems } {
  const result = schemaOf(today).safeParse(sent);
  if (result.success) return { draft: result.data };
  const problems: DraftProblems = {};
  for (const issue of result.error.issues) {
    const field = (issue.path[0] ?? "form") as keyof DraftProblems;
    problems[field] ??= issue.message;
  }
  return { problems };
}
