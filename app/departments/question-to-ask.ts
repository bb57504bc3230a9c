import { z } from "zod";
import type { FormField } from "../ui/fields-form.tsx";
import type { Noted } from "./entry.ts";
import { lines, saying } from "./entry-fields.ts";

/** Something to ask a department next time. */
export type QuestionToAsk = {
  id: string;
  version: number;
  question: string;
  noted: Noted & { handle: string };
};

export const questionDraft = z.object({
  question: saying(lines(300), "Write what to ask"),
});

export const questionFields: readonly FormField[] = [
  { name: "question", label: "What to ask", as: "lines", required: true, most: 300 },
];
