import type { WordGroupContent } from "#app/vocabulary/word-group.ts";

const same = (...words: string[]): WordGroupContent => ({ kind: "same", words, finds: [] });
const oneWay = (word: string, ...finds: string[]): WordGroupContent => ({
  kind: "one-way",
  words: [word],
  finds,
});

/** What the demonstration's editors say means the same. */
export const demoWords: readonly WordGroupContent[] = [
  same("RDM", "research data management"),
  same("REF", "Research Excellence Framework"),
  same("TEF", "Teaching Excellence Framework"),
  same("OER", "open educational resources", "open textbook"),
  same("OA", "open access"),
  same("APC", "article processing charge"),
  same("DMP", "data management plan"),
  same("GDPR", "data protection"),
  same("TDM", "text and data mining", "text mining"),
  same("ILL", "inter-library loan", "interlibrary loan"),
  same("LLM", "large language model"),
  same("PGR", "postgraduate researcher", "doctoral student"),
  same("VLE", "virtual learning environment"),
  same("e-book", "ebook", "electronic book"),
  same("maths", "mathematics"),
  same("wifi", "wi-fi", "eduroam"),
  oneWay("AI", "generative AI", "chatbot", "large language model"),
  same("opening hours", "opening times"),
  oneWay("Christmas", "vacation"),
  oneWay("Turnitin", "plagiarism"),
  oneWay("EndNote", "reference manager"),
  oneWay("Zotero", "reference manager"),
  oneWay("dyslexia", "assistive software"),
  oneWay("SPSS", "statistics software"),
];

/** What they searched for in vain: how often, and how many days ago last. */
export const demoEmptySearches: readonly (readonly [words: string, times: number, daysAgo: number])[] = [
  ["kef", 5, 2],
  ["wikidata", 3, 9],
  ["predatory", 3, 4],
  ["microfiche", 1, 23],
];
