import { z } from "zod";
import { type Day, isDay } from "../settings/calendar.ts";
import { cleanLine, cleanText } from "../text/clean-text.ts";
import type { FieldProblems, SentFields } from "./entry.ts";

const atMost = (most: number) => `At most ${most.toLocaleString("en-GB")} characters`;

/** A field of one line, which may be empty. */
export function line(most: number): z.ZodType<string> {
  return z
    .string()
    .transform(cleanLine)
    .refine((text) => [...text].length <= most, atMost(most));
}

/** A field of several lines, which may be empty. */
export function lines(most: number): z.ZodType<string> {
  return z
    .string()
    .transform(cleanText)
    .refine((text) => [...text].length <= most, atMost(most));
}

/** The same, saying something: at least one letter or digit. */
export function saying(text: z.ZodType<string>, problem: string): z.ZodType<string> {
  return text.refine((said) => /[\p{L}\p{N}]/u.test(said), problem);
}

/** A day, or none when the field is empty. */
export function maybeDay(): z.ZodType<Day | null> {
  return z
    .string()
    .trim()
    .refine((text) => text === "" || isDay(text), "Write the day as 2026-11-17")
    .transform((text) => text || null) as never;
}

/** One of a list, or null when the field is empty. */
export function maybeOneOf<const Name extends string>(names: readonly Name[]): z.ZodType<Name | null> {
  return z
    .enum(["", ...names] as [string, ...string[]], { error: "Choose one from the list" })
    .transform((name) => name || null) as never;
}

/** A web address, or nothing: what begins otherwise is no page anybody can look at. */
export function maybeWebAddress(): z.ZodType<string> {
  return line(500).refine(
    (text) => text === "" || (/^https?:\/\/[^/\s]+/i.test(text) && URL.canParse(text)),
    "Write the whole address, beginning with https://",
  );
}

/** What a form sent, read by a schema of such fields: what it leaves out is empty, what is not asked for is left out. */
export function readFields<Draft>(
  schema: z.ZodType<Draft>,
  sent: SentFields,
): { draft: Draft } | { problems: FieldProblems } {
  const result = schema.safeParse(sent);
  if (result.success) return { draft: result.data };
  const problems: FieldProblems = {};
  for (const { path, message } of result.error.issues) problems[String(path[0])] ??= message;
  return { problems };
}
