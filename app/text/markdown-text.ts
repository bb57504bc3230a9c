/**
 * Anybody's text as Markdown that says just that and nothing else, on one line: no markup, no HTML whatever draws it, and
 * at the beginning nothing a spreadsheet takes for a formula.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]{}|~#!$^]/g, "\\$&")
    .replace(/^[-+=@.,;:'"()]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/\b(https?|ftp|www)(:\/\/|\.)/gi, "$1\\$2");
}
