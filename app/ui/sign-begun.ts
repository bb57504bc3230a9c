/** Whether a text ends in a word begun with a sign such as `in:`, quoted or not: others offer to finish that. */
export function isSignBegun(text: string): boolean {
  return /(?<!\S)[a-z]+:(["“”][^"“”]*|[^\s"“”/]*)$/i.test(text);
}
