import { type Separator, separators } from "./import-mapping.ts";

/** The separator that stands most often outside quotation marks in the first record; a comma when none does. */
export function recogniseSeparator(text: string): Separator {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r") && counts.size > 0) break;
    else if (!quoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const times = (separator: Separator) => counts.get(separator) ?? 0;
  return separators.reduce<Separator>((best, each) => (times(each) > times(best) ? each : best), ",");
}
