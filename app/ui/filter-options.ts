import type { ComboboxOption } from "./combobox-option.ts";

export type OptionMatch = {
  option: ComboboxOption;
  /** The keyword that found it, where the label alone would not have. */
  through?: string;
};

type Rank = { rank: number; through?: string };

/** Prepares a filter over these options: best first, and equals in the order given. */
export function optionFilter(options: readonly ComboboxOption[]): (text: string) => OptionMatch[] {
  const prepared = options.map((option) => ({ option, ...fold(option) }));
  return (text) => {
    const query = plain(text);
    if (!query) return options.map((option) => ({ option }));
    return prepared
      .flatMap(({ option, label, keywords }) => {
        const found = rankOf({ query, label, keywords });
        return found ? [{ ...found, option }] : [];
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ option, through }) => ({ option, through }));
  };
}

/** The option whose label, value or keyword is exactly this, but for case and accents. */
export function exactOption(options: readonly ComboboxOption[], text: string): ComboboxOption | undefined {
  const query = plain(text);
  if (!query) return undefined;
  const names = ({ label, value }: ComboboxOption) => [label, value].map(plain);
  return (
    options.find((option) => names(option).includes(query)) ??
    options.find((option) => option.keywords?.some((keyword) => plain(keyword) === query))
  );
}

/** Lower case, without accents or punctuation, `&` read as "and". */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}|['’]/gu, "")
    .replace(/[ßæœøłđðþ]/g, (letter) => unaccented[letter] ?? letter)
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function fold({ label, keywords = [] }: ComboboxOption) {
  return { label: plain(label), keywords: keywords.map((written) => ({ written, text: plain(written) })) };
}

type Folded = ReturnType<typeof fold> & { query: string };

function rankOf({ query, label, keywords }: Folded): Rank | undefined {
  const keyword = (test: (text: string) => boolean) => keywords.find(({ text }) => test(text))?.written;
  const by = (rank: number, through?: string) => (through === undefined ? undefined : { rank, through });
  const words = query.split(" ");

  if (label === query) return { rank: 0 };
  return (
    by(
      1,
      keyword((text) => text === query),
    ) ??
    (label.startsWith(query) ? { rank: 2 } : undefined) ??
    by(
      3,
      keyword((text) => text.startsWith(query)),
    ) ??
    (startWords(label, words) ? { rank: 4 } : undefined) ??
    (query.length > 1 && initials(label).startsWith(query) ? { rank: 5 } : undefined) ??
    by(
      6,
      keyword((text) => startWords(text, words)),
    ) ??
    by(
      7,
      keyword((text) => startWords(`${label} ${text}`, words)),
    ) ??
    (label.includes(query) ? { rank: 8 } : undefined) ??
    by(
      9,
      keyword((text) => text.includes(query)),
    )
  );
}

/** Every word typed begins a word of the text, in any order. */
function startWords(text: string, words: string[]): boolean {
  return words.every((word) => ` ${text}`.includes(` ${word}`));
}

function initials(label: string): string {
  return label
    .split(" ")
    .filter((word) => !smallWords.has(word))
    .map((word) => word.charAt(0))
    .join("");
}

const smallWords = new Set(["and", "of", "the", "for", "in"]);
const unaccented: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};
