// Stands for code: neither a space, so that nothing after it begins a tag, nor part of one.
const CODE = "\uFFFC";

// Quote signs and list bullets may stand before a fence.
const fence = /^(?:[ \t>]|[-*+] |\d{1,9}[.)] )*(`{3,}(?![^`]*`)|~{3,})/;
const closingFence = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;
const listItem = /^[ >]*(?:[-*+]|\d{1,9}[.)])\s/;
const indented = /^(?: {4}| {0,3}\t)/;

/** The text with its code blocks and code spans blanked out. Linear in the length of the text. */
export function outsideCode(text: string): string {
  if (!/[`~]|^(?: {4}| {0,3}\t)/m.test(text)) return text;
  return paragraphsOutsideCode(text.split("\n")).map(withoutSpans).join("\n\n");
}

function paragraphsOutsideCode(lines: string[]): string[] {
  const paragraphs: string[][] = [[]];
  let opened: string | undefined;
  let afterBlank = true;
  let inList = false;
  for (const line of lines) {
    if (opened) {
      if (closes(opened, line)) opened = undefined;
      continue;
    }
    opened = fence.exec(line)?.[1];
    const blank = line.trim() === "";
    if (listItem.test(line)) inList = true;
    else if (afterBlank && !blank && !/^\s/.test(line)) inList = false;
    // In a list, indented lines after a blank one go on with the item; elsewhere they are code, up to the next line.
    const code: boolean = opened !== undefined || (afterBlank && !inList && !blank && indented.test(line));
    if (blank || code) paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
    afterBlank = blank || code;
  }
  return paragraphs.map((paragraph) => paragraph.join("\n"));
}

function closes(opened: string, line: string): boolean {
  return closingFence.exec(line)?.[1]?.startsWith(opened) ?? false;
}

/** Blanks code spans: a run of backticks up to the next run of the same length in the same paragraph. */
function withoutSpans(paragraph: string): string {
  const runs = [...paragraph.matchAll(/\\[\\`]|`+/g)].filter(([run]) => run.startsWith("`"));
  const next = nextOfSameLength(runs.map(([run]) => run.length));
  let kept = "";
  let from = 0;
  for (const [index, opening] of runs.entries()) {
    const closing = runs[next[index] ?? -1];
    if (!closing || opening.index < from) continue;
    kept += paragraph.slice(from, opening.index) + CODE;
    from = closing.index + closing[0].length;
  }
  return kept + paragraph.slice(from);
}

/** For each length the place of the next equal one, or -1. */
function nextOfSameLength(lengths: number[]): number[] {
  const seen = new Map<number, number>();
  const next = lengths.map(() => -1);
  for (const [place, length] of [...lengths.entries()].reverse()) {
    next[place] = seen.get(length) ?? -1;
    seen.set(length, place);
  }
  return next;
}
