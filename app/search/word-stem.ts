const endings = /(?:ations?|ings?|ers?|ed|ies|es|s|y|e)$/;

/** A word without its usual English endings: light, only good enough to meet its plural and its inflected forms. */
export function wordStem(word: string): string {
  return word.length > 4 ? word.replace(endings, "") : word;
}
