import { z } from "zod";
import { cleanLine } from "../text/clean-text.ts";
import {
  benefits,
  type PhraseField,
  type PhraseProblems,
  phraseKinds,
  phraseLimits,
  type SentPhrase,
} from "./phrase.ts";

const atMost = (most: number) => (text: string) => [...text].length <= most;
const { textCharacters, answerCharacters } = phraseLimits;

const phraseDraft = z
  .object({
    kind: z.enum(phraseKinds, { error: "Choose one of the two" }),
    benefit: z.enum(benefits, { error: "Choose what it is good for" }).nullable(),
    text: z
      .string()
      .transform(cleanLine)
      .refine((text) => /[\p{L}\p{N}]/u.test(text), "Write the words")
      .refine(atMost(textCharacters), `At most ${textCharacters} characters`),
    answer: z
      .string()
      .transform(cleanLine)
      .refine(atMost(answerCharacters), `At most ${answerCharacters} characters`),
  })
  .refine(({ kind, benefit }) => kind === "objection" || benefit !== null, {
    path: ["benefit"],
    message: "Choose what it is good for",
  })
  .refine(({ kind, answer }) => kind === "phrase" || answer !== "", {
    path: ["answer"],
    message: "Write what to answer",
  })
  .transform(({ answer, ...draft }) => ({ ...draft, answer: draft.kind === "objection" ? answer : "" }));

export type PhraseDraft = z.output<typeof phraseDraft>;

/** A phrase or an objection from whatever was sent, or what is wrong with it. */
export function readPhrase(sent: SentPhrase): { draft: PhraseDraft } | { problems: PhraseProblems } {
  const result = phraseDraft.safeParse({ ...sent, benefit: sent.benefit || null });
  if (result.success) return { draft: result.data };
  const problems: PhraseProblems = {};
  for (const issue of result.error.issues) problems[issue.path[0] as PhraseField] ??= issue.message;
  return { problems };
}
