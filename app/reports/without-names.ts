const titles = "Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Miss|Sir|Dame";
const someone = "[name]";
const owned = "(?:['’ʼ]s?(?![\\p{L}\\p{N}]))?";

/**
 * A text without these people's names, however they are written (capitals, hyphens, as owners of something), without
 * handles, and without whoever is called by a title.
 */
export function withoutNames(text: string, names: readonly string[]): string {
  const known = patternOf(names);
  const without = known ? text.normalize("NFC").replace(known, someone) : text;
  return without
    .replace(new RegExp(`\\b(?:${titles})\\.? (?:\\p{Lu}[\\p{L}'’-]{0,40} ?){1,3}`, "gu"), (found) =>
      found.endsWith(" ") ? `${someone} ` : someone,
    )
    .replace(new RegExp(`\\b(?:${titles})\\.? \\[name\\]${owned}`, "giu"), someone)
    .replace(/(^|[^\p{L}\p{N}])@[a-z0-9][a-z0-9-]{0,38}/giu, `$1${someone}`);
}

/** Whatever stands for one of the names: the longest first, so that no part of one is left. */
function patternOf(names: readonly string[]): RegExp | undefined {
  const written = [...new Set(names.map((name) => name.normalize("NFC").trim()))]
    .filter((name) => name.length > 3)
    .sort((a, b) => b.length - a.length)
    .map(asWritten)
    .filter(Boolean);
  if (written.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join("|")})${owned}(?![\\p{L}\\p{N}])`, "giu");
}

/** Between its parts stand spaces or dashes, of whatever kind, and apostrophes are written in several ways. */
function asWritten(name: string): string {
  const parts = name.split(/[\s\p{Pd}]+/u).filter(Boolean);
  return parts.map((part) => part.split(/['’ʼ]/).map(literally).join("['’ʼ]?")).join("[\\s\\p{Pd}]+");
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
