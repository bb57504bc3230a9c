import { folded } from "#app/insights/search-text.ts";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "#app/text/clean-text.ts";

/** What an insight is found by besides its text, the matches marked. */
export type MarkedBeside = { departmentWords: string[]; tagWords: string[]; authorName: string };

/** Where an insight was found other than in the text shown, in the words that matched. */
export type MatchedPlace = { where: "department" | "tag" | "author"; text: string };

const marked = new RegExp(`${HIGHLIGHT_START}([^${HIGHLIGHT_END}]*)${HIGHLIGHT_END}`, "gu");

/** The places that explain a hit: those holding a word asked for that the text shown does not have. */
export function whereMatched(excerpt: string, beside: MarkedBeside | undefined): MatchedPlace[] {
  const shown = matches(excerpt);
  const candidates: [MatchedPlace["where"], readonly string[]][] = [
    ["department", beside?.departmentWords ?? []],
    ["tag", beside?.tagWords ?? []],
    ["author", beside ? [beside.authorName] : []],
  ];
  return candidates.flatMap(([where, texts]) => {
    const news = (text: string): number =>
      matches(text).filter((word) => !shown.some((other) => isFormOf(word, other))).length;
    // The one with most of the words, and of equals the shortest: "Comp Sci" rather than "Department of Computer Science".
    const [best] = texts
      .filter((text) => news(text) > 0)
      .sort((a, b) => news(b) - news(a) || a.length - b.length);
    if (best === undefined) return [];
    shown.push(...matches(best));
    return [{ where, text: best }];
  });
}

function matches(text: string): string[] {
  // Most names have none.
  if (!text.includes(HIGHLIGHT_START)) return [];
  return [...text.matchAll(marked)].map(([, word = ""]) => folded(word));
}

/** "list" and "lists", "review" and "reviews": good enough to tell nobody twice. */
function isFormOf(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return one === other || (short.length > 2 && long.startsWith(short));
}
