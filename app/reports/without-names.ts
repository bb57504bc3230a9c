const titles = "Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Miss|Sir|Dame";
const someone = "[name]";

/** A text without these people's names, without handles, and without whoever is called by a title. */
export function withoutNames(text: string, names: readonly string[]): string {
  const whole = [...new Set(names.filter((name) => name.length > 3))].sort((a, b) => b.length - a.length);
  const without = whole.reduce((left, name) => left.split(name).join(someone), text);
  return without
    .replace(new RegExp(`\\b(?:${titles})\\.? (?:\\p{Lu}[\\p{L}'’-]{0,40} ?){1,3}`, "gu"), (found) =>
      found.endsWith(" ") ? `${someone} ` : someone,
    )
    .replace(new RegExp(`\\b(?:${titles})\\.? \\[name\\]`, "gu"), someone)
    .replace(/(^|\s)@[a-z0-9][a-z0-9-]{0,38}/gi, `$1${someone}`);
}
