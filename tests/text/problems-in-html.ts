import createPurifier, { type DOMPurify } from "dompurify";
import { JSDOM } from "jsdom";

const allowed: Record<string, string[]> = {
  a: ["href", "rel"],
  ol: ["start"],
  th: ["scope"],
};
for (const name of ["p", "br", "hr", "blockquote", "pre", "ul", "li", "strong", "em", "del", "code"])
  allowed[name] = [];
for (const name of ["table", "thead", "tbody", "tr", "td"]) allowed[name] = [];

/** What a browser would find in this HTML that no text of ours may hold; empty when all is well. */
export function problemsInHtml(html: string): string[] {
  const { holder, purifier } = aBrowser();
  holder.innerHTML = `<main>${html}</main><footer></footer>`;
  const [main, footer, ...others] = holder.childNodes;
  if (main?.nodeName !== "MAIN" || footer?.nodeName !== "FOOTER" || footer.firstChild || others.length > 0) {
    return ["it breaks out of its place on the page"];
  }
  const problems = elementsIn(main as Element).flatMap(problemsOfElement);
  purifier.sanitize(holder, { IN_PLACE: true });
  if (purifier.removed.length > 0) problems.push("DOMPurify would change it");
  if (/[\uE000\uE001\u202A-\u202E\u2066-\u2069\0]/u.test(html)) problems.push("it holds what we take out");
  return problems;
}

type Browser = { holder: Element; purifier: DOMPurify; uses: number };
let browser: Browser | undefined;

// One element used again and again, and a new jsdom now and then: it slows down as documents pile up.
function aBrowser(): Browser {
  if (!browser || browser.uses > 500) {
    const { window } = new JSDOM("");
    browser = { holder: window.document.createElement("div"), purifier: createPurifier(window), uses: 0 };
  }
  browser.uses += 1;
  return browser;
}

function problemsOfElement(element: Element): string[] {
  const name = element.localName;
  const attributes = allowed[name];
  if (!attributes || element.namespaceURI !== "http://www.w3.org/1999/xhtml") return [`element ${name}`];
  const unknown = element.getAttributeNames().filter((attribute) => !attributes.includes(attribute));
  const problems = unknown.map((attribute) => `attribute ${attribute} of ${name}`);
  return name === "a" ? [...problems, ...problemsOfLink(element)] : problems;
}

function problemsOfLink(link: Element): string[] {
  const href = link.getAttribute("href");
  if (!href) return ["a link to nowhere"];
  if (!URL.canParse(href, "https://corridor.invalid")) return [`${href} is no address`];
  const { protocol, origin } = new URL(href, "https://corridor.invalid/insights/1");
  const ours = origin === "https://corridor.invalid";
  const problems: string[] = [];
  if (!["http:", "https:", "mailto:", "tel:"].includes(protocol)) problems.push(`scheme of ${href}`);
  if (/^[/#]/.test(href) !== ours) problems.push(`${href} does not lead where it seems to`);
  if (link.getAttribute("rel") !== "noopener noreferrer ugc") problems.push(`rel of ${href}`);
  if (elementsIn(link).some(({ localName }) => localName === "a")) problems.push("a link in a link");
  return problems;
}

// A walk by hand: jsdom's selectors would take most of the time of the long lists.
function elementsIn(element: Element): Element[] {
  return [...element.children].flatMap((child) => [child, ...elementsIn(child)]);
}
