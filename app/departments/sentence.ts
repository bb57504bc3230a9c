import { z } from "zod";
import type { FormField } from "../ui/fields-form.tsx";
import { lines, saying } from "./entry-fields.ts";

export const sentenceDraft = z.object({
  sentence: saying(lines(500), "Write a sentence"),
});

export const sentenceFields: readonly FormField[] = [
  { name: "sentence", label: "Sentence", as: "lines", required: true, most: 500 },
];
