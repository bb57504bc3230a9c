import { z } from "zod";
import { cleanLine } from "../text/clean-text.ts";
import { firstProblems } from "../ui/first-problems.ts";

/** `same`: a search for one finds the others too. `one-way`: a search for `words` finds `finds` too, and not the other way round. */
export const wordGroupKinds = ["same", "one-way"] as const;
type WordGroupKind = (typeof wordGroupKinds)[number];

export type WordGroupContent = { kind: WordGroupKind; words: string[]; finds: string[] };

/** Words that a search takes one for the other. */
export type WordGroup = WordGroupContent & { id: string; version: number };

export const wordGroupLimits = { groups: 300, terms: 12, characters: 60, wordsOfATerm: 6 } as const;

/** A form as it was sent: terms with commas or lines between them. */
export type SentWordGroup = { kind: string; words: string; finds: string };
export type WordGroupProblems = Partial<Record<keyof SentWordGroup, string>>;

const { terms: mostTerms, characters, wordsOfATerm } = wordGroupLimits;

const terms = z
  .string()
  .max(2_000, "That is too much at once")
  .transform(termsIn)
  .pipe(
    z
      .array(
        z
          .string()
          .max(characters, `At most ${characters} characters each`)
          .regex(/[\p{L}\p{N}]/u, "Each needs a letter or a digit")
          .refine(
            (term) => (term.match(/[\p{L}\p{N}]+/gu) ?? []).length <= wordsOfATerm,
            `At most ${wordsOfATerm} words each: put a comma between two that stand for each other`,
          ),
      )
      .max(mostTerms, `At most ${mostTerms} of them`),
  );

const sentGroup = z.strictObject({ kind: z.enum(wordGroupKinds, "Choose one"), words: terms, finds: terms });

/** What a form says means the same, or what is wrong with each field. */
export function readWordGroup(
  sent: SentWordGroup,
): { content: WordGroupContent } | { problems: WordGroupProblems } {
  const read = sentGroup.safeParse(sent);
  if (!read.success) return { problems: firstProblems(read.error) };
  const { kind, words, finds } = read.data;
  if (kind === "same") {
    if (words.length < 2) return { problems: { words: "Write two or more, with a comma between them" } };
    return { content: { kind, words, finds: [] } };
  }
  const known = new Set(words.map(asCompared));
  const others = finds.filter((term) => !known.has(asCompared(term)));
  if (words.length === 0) return { problems: { words: "Write what people search for" } };
  if (others.length === 0) return { problems: { finds: "Write what it should find besides" } };
  return { content: { kind, words, finds: others } };
}

/** "RDM, research data management; GDPR": each once, however it is written. */
function termsIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const piece of text.split(/[,;\n]/)) {
    const term = cleanLine(piece);
    const key = asCompared(term);
    if (term !== "" && !found.has(key)) found.set(key, term);
  }
  return [...found.values()];
}

function asCompared(term: string): string {
  return term.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The terms as a form has them. */
export function inField(terms: readonly string[]): string {
  return terms.join(", ");
}
