import { cleanLine } from "./clean-text.ts";
import { outsideCode } from "./outside-code.ts";

const TAG_LIMIT = 40;
// Marks belong to letters: without them NFC Hindi or Thai words would be cut in two.
const wholeTag = /^\p{L}[\p{L}\p{M}\p{Nd}-]*$/u;

/** Tags written in the text as `#tag`, lower-case, each once, in the order they appear. */
export function tagsInText(text: string): string[] {
  return namesAfter("#", text);
}

/** Handles written in the text as `@handle`, by the same rule as tags. */
export function mentionsInText(text: string): string[] {
  return namesAfter("@", text);
}

/** What someone typed into a tag field, as the tag it names: " Open Access" is "open-access". Undefined if it is none. */
export function tagName(raw: string): string | undefined {
  const name = cleanLine(raw)
    .replace(/^#/, "")
    .toLowerCase()
    .normalize("NFC")
    .split(/[\s_-]/)
    .filter((word) => word !== "")
    .join("-");
  if (!wholeTag.test(name) || [...name].length > TAG_LIMIT) return undefined;
  return name;
}

const writtenAfter = {
  "#": /(?<!\S)#(\p{L}[\p{L}\p{M}\p{Nd}-]*)/gu,
  "@": /(?<!\S)@(\p{L}[\p{L}\p{M}\p{Nd}-]*)/gu,
};

function namesAfter(sign: keyof typeof writtenAfter, text: string): string[] {
  const names = new Set<string>();
  for (const [, word = ""] of outsideCode(text.normalize("NFC")).matchAll(writtenAfter[sign])) {
    const name = tagName(word);
    if (name) names.add(name);
  }
  return [...names];
}
