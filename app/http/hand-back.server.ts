import type { Request, Response } from "express";
import { bodyOf, uploadsOf } from "./body-of.server.ts";

// A form with one of these is typed anew: no password is ever sent back.
const secretNames = new Set(["password", "current", "next", "pin", "secret", "token"]);
// Ids, keys, days and names in addresses: what nobody wrote.
const chosen = /^[\w@.:/+-]{0,200}$/;

/**
 * What somebody wrote in a form that could not be saved, as a form to send it again with, in HTML: without script it
 * would be lost with the page. Undefined when nothing was written.
 */
export function handBack(req: Request, res: Response): string | undefined {
  const fields = wordsSent(req, res);
  if (!fields) return undefined;
  const again = uploadsOf(res)?.length
    ? "<p>The files you chose did not come along: add them afterwards.</p>"
    : "";
  return `<form method="post" action="${escaped(req.originalUrl)}">
${fields.map(inForm).join("\n")}
${again}<button type="submit">Send it again</button>
</form>`;
}

/** The form that was sent as a page of its own, when there is something in it that somebody wrote. */
export function wordsSent(req: Request, res: Response): [string, string][] | undefined {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(req.headers["content-type"] ?? "");
  if (req.method !== "POST" || !isForm || req.path.endsWith(".data")) return undefined;
  const fields = [...new URLSearchParams(bodyOf(res)?.toString() ?? "")];
  if (fields.some(([name]) => secretNames.has(name))) return undefined;
  return fields.some(isWritten) ? fields : undefined;
}

function isWritten([, value]: [string, string]): boolean {
  return !chosen.test(value);
}

function inForm(field: [string, string]): string {
  const [name, value] = field.map(escaped);
  if (!isWritten(field)) return `<input type="hidden" name="${name}" value="${value}">`;
  // A text area loses a line's end at its beginning.
  return `<textarea name="${name}" aria-label="What you wrote" rows="${field[1].length > 80 ? 8 : 2}">\n${value}</textarea>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
