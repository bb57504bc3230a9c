import { excerpt } from "../text/excerpt.ts";
import { type Benefit, benefits, type Phrase } from "./phrase.ts";

export type Proven = Pick<Phrase, "id" | "text" | "answer"> & {
  /** Names of departments where it worked, the latest first. */
  where: string[];
};

export type PhrasesFor = {
  byBenefit: { benefit: Benefit; phrases: Proven[] }[];
  objections: Proven[];
  /** What was tried here and did not work. */
  notHere: string[];
};

/** What to say at a department: what worked elsewhere most often, and nothing that did not work here. */
export function phrasesFor(
  all: readonly Phrase[],
  slug: string,
  most: { each: number; objections: number; line: number; answer: number },
): PhrasesFor {
  const offered = all.filter(({ retired }) => !retired);
  const failedHere = (phrase: Phrase) =>
    phrase.uses.some(({ department, worked }) => department.slug === slug && !worked);
  const proven = offered
    .filter((phrase) => !failedHere(phrase))
    .map((phrase) => ({ ...phrase, where: workedAt(phrase, slug) }))
    .filter(({ where }) => where.length > 0)
    .sort((a, b) => b.where.length - a.where.length);
  const shown = ({ id, text, answer, where }: Proven): Proven => ({
    id,
    text: excerpt(text, most.line),
    answer: excerpt(answer, most.answer),
    where,
  });
  return {
    byBenefit: benefits.flatMap((benefit) => {
      const phrases = proven
        .filter((phrase) => phrase.kind === "phrase" && phrase.benefit === benefit)
        .slice(0, most.each)
        .map(shown);
      return phrases.length > 0 ? [{ benefit, phrases }] : [];
    }),
    objections: proven
      .filter(({ kind }) => kind === "objection")
      .slice(0, most.objections)
      .map(shown),
    notHere: offered.filter(failedHere).map(({ text }) => excerpt(text, most.line)),
  };
}

function workedAt({ uses }: Phrase, slug: string): string[] {
  const names = uses
    .filter(({ worked, department }) => worked && department.slug !== slug)
    .map(({ department }) => department.name);
  return [...new Set(names)];
}
