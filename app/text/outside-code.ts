// Stands for code: neither a space, so that nothing after it begins a tag, nor part of one.
const CODE = "\uFFFC";

// Quote signs and list bullets may stand before a fence.
const fence = /^(?:[ \t>]|[-*+] |\d{1,9}[.)] )*(`{3,}|~{3,})/;
const listItem = /^[ >]*(?:[-*+]|\d{1,9}[.)])\s/;

/** The text with its code blocks and code spans blanked out. Linear in the length of the text. */
export function outsideCode(text: string): string {
  if (!/[`~]|^(?: {4}|\t)/m.test(text)) return text;
  const kept: string[] = [];
  let paragraph: string[] = [];
  let open: { sign: string; length: number } | undefined;
  let afterBlank = true;
  let inList = false;

  function endParagraph(): void {
    if (paragraph.length > 0) kept.push(withoutSpans(paragraph.join("\n")));
    paragraph = [];
  }

  for (const line of text.split("\n")) {
    const marks = fence.exec(line)?.[1];
    const blank = line.trim() === "";
    if (open) {
      const closes = marks?.startsWith(open.sign) && marks.length >= open.length && /[`~]\s*$/.test(line);
      if (closes) open = undefined;
      kept.push(CODE);
    } else if (
      marks &&
      !(marks.startsWith("`") && line.slice(line.indexOf(marks) + marks.length).includes("`"))
    ) {
      endParagraph();
      open = { sign: marks.charAt(0), length: marks.length };
      kept.push(CODE);
    } else if (afterBlank && !blank && !inList && /^(?: {4}| {0,3}\t)/.test(line)) {
      kept.push(CODE);
      continue;
    } else if (blank) {
      endParagraph();
      kept.push(line);
    } else {
      if (listItem.test(line)) inList = true;
      else if (afterBlank && !/^\s/.test(line)) inList = false;
      paragraph.push(line);
    }
    afterBlank = blank || open !== undefined;
  }
  endParagraph();
  return kept.join("\n");
}

/** Blanks code spans: a run of backticks up to the next run of the same length in the same paragraph. */
function withoutSpans(paragraph: string): string {
  const runs = [...paragraph.matchAll(/\\[\\`]|`+/g)].filter(([run]) => run.startsWith("`"));
  const nextOfSameLength = new Array<number>(runs.length).fill(-1);
  const seen = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    nextOfSameLength[index] = seen.get(length) ?? -1;
    seen.set(length, index);
  }
  let kept = "";
  let from = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const opening = runs[index];
    const closing = runs[nextOfSameLength[index] ?? -1];
    if (!opening || !closing || opening.index < from) continue;
    kept += paragraph.slice(from, opening.index) + CODE;
    from = closing.index + closing[0].length;
  }
  return kept + paragraph.slice(from);
}
