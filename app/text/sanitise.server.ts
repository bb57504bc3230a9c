import sanitizeHtml from "sanitize-html";
import { safeAddress } from "./safe-address.ts";

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "blockquote", "pre", "ul", "ol", "li"],
    ...["strong", "em", "del", "code", "a"],
    ...["table", "thead", "tbody", "tr", "th", "td"],
  ],
  // No id, class or style: they could name or dress up parts of the page round the text.
  allowedAttributes: { a: ["href", "rel"], ol: ["start"], th: ["scope"] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  transformTags: {
    a: (_name, { href = "" }): sanitizeHtml.Tag => ({
      tagName: "a",
      attribs: safeAddress(href) === href ? { href, rel: "noopener noreferrer ugc" } : {},
    }),
    th: () => ({ tagName: "th", attribs: { scope: "col" } }),
  },
};

/** Lets through the few elements and attributes that our Markdown makes, whatever it is given. */
export function sanitise(html: string): string {
  return sanitizeHtml(html, options);
}
