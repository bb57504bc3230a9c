/** What a department is called here, one of them and several. */
export type DepartmentWord = { one: string; many: string };

const usual = "department";

/**
 * A sentence of Corridor's own in the library's words: "Choose a department" becomes "Choose an institute" where that
 * is what departments are called. Only for sentences we wrote, never for anybody's text.
 */
export function inOurWords(sentence: string, { one, many }: DepartmentWord): string {
  if (one === usual && many === `${usual}s`) return sentence;
  return sentence.replace(
    /\b(?:(an?) )?(department)(s?)\b/gi,
    (_, article: string | undefined, found: string, plural: string) => {
      const word = plural ? many : one;
      const cased = found.startsWith("D") ? capitalised(word) : word;
      if (!article) return cased;
      const fitting = /^[aeiou]/i.test(word) ? "an" : "a";
      return `${article.startsWith("A") ? capitalised(fitting) : fitting} ${cased}`;
    },
  );
}

/** With a capital, for the beginning of a sentence or a label. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
