/** What is named, and all it may be found by: folded, as the words of a search are. */
export type Hay = { id: string; hay: string };

/** A hay made ready to be looked through. */
export type KnownHay = Hay & { threes: ReadonlySet<string> };

/** A word asked for, and what may stand in its place. */
export type WordSought = readonly string[];

/** As `word_similarity` is asked in named-in-sql. */
const leastLikeness = 0.45;
const shortestLikened = 4;
const plain = /^[a-z0-9]+$/;

export function knownHay({ id, hay }: Hay): KnownHay {
  return { id, hay, threes: new Set((hay.match(/[a-z0-9]+/g) ?? []).flatMap(threesOf)) };
}

/**
 * Which of them PostgreSQL can find by these words: at least those it does find. What no word begins and what shares too
 * few of its threes of letters cannot be like it, whatever their order.
 */
export function mayBeNamed(hays: readonly KnownHay[], words: readonly WordSought[]): string[] {
  const sought = words.map((terms) => {
    const parts = terms.map((term) => term.split(" "));
    const [word = ""] = terms;
    return {
      terms: parts,
      threes: word.length >= shortestLikened ? threesOf(word) : [],
      // What is a letter, and so what three of them are, is for PostgreSQL to say.
      isOpen: !parts.flat().every((part) => plain.test(part)),
    };
  });
  return hays
    .filter((one) =>
      sought.every(
        ({ terms, threes, isOpen }) =>
          isOpen ||
          terms.some((term) => term.every((part) => one.hay.includes(part))) ||
          isLike(threes, one.threes),
      ),
    )
    .map(({ id }) => id);
}

function isLike(threes: readonly string[], known: ReadonlySet<string>): boolean {
  if (threes.length === 0) return false;
  const shared = threes.filter((three) => known.has(three)).length;
  return shared >= threes.length * leastLikeness;
}

/** The threes of letters of a word, as pg_trgm makes them: two spaces before it, one behind. */
function threesOf(word: string): string[] {
  const spaced = `  ${word} `;
  return [...new Set(Array.from({ length: word.length + 1 }, (_, at) => spaced.slice(at, at + 3)))];
}
