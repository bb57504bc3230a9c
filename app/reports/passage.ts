/** What a passage leaves out stands as … in it. */
const leftOut = /\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*/u;

/** Whether every part of a passage stands in the text, in that order: a quotation invents nothing. */
export function isPassageOf(passage: string, text: string): boolean {
  const whole = plain(text);
  let from = 0;
  for (const part of passage.split(leftOut).map(plain)) {
    const at = whole.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
