import { diffArrays } from "diff";

/** Words taken out of the text both began from, and what stands there instead. */
type Change = { from: number; to: number; words: string[] };

const mostChanges = 1_500;

/**
 * Brings two versions of a text together, word by word, from the one both began from. Nothing where they change the
 * same words differently, or stand next to each other so that their order would be a guess.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const words = base.split(wordEnds);
  const [ours, others] = [changes(words, mine.split(wordEnds)), changes(words, theirs.split(wordEnds))];
  if (!ours || !others) return undefined;
  const ordered = [...ours, ...others.filter((other) => !ours.some((own) => same(own, other)))].sort(
    (one, other) => one.from - other.from || one.to - other.to,
  );
  const merged: string[] = [];
  let at = 0;
  for (const [position, { from, to, words: instead }] of ordered.entries()) {
    if (position > 0 && from <= (ordered[position - 1]?.to ?? -1)) return undefined;
    merged.push(...words.slice(at, from), ...instead);
    at = to;
  }
  return [...merged, ...words.slice(at)].join("");
}

// A word with the space after it is one piece: taking it out leaves no double space behind.
const wordEnds = /(?<=\s)(?=\S)/;

function changes(before: string[], after: string[]): Change[] | undefined {
  const parts = diffArrays(before, after, { maxEditLength: mostChanges });
  if (!parts) return undefined;
  const found: Change[] = [];
  let at = 0;
  let open: Change | undefined;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      at += value.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { from: at, to: at, words: [] };
      found.push(open);
    }
    if (added) open.words.push(...value);
    else {
      at += value.length;
      open.to = at;
    }
  }
  return found;
}

function same(one: Change, other: Change): boolean {
  return one.from === other.from && one.to === other.to && one.words.join("") === other.words.join("");
}
