import { Idiomorph } from "idiomorph";

type Change = { html: string; without?: string };

/**
 * Makes what stands in an element what newer markup says, touching only what differs: what has the focus keeps it. A
 * region that has just told something (`role="status"`) is left as it is.
 */
export function changeInPlace(element: HTMLElement, { html, without }: Change): void {
  const next = document.createElement("template");
  next.innerHTML = html;
  if (without) takeOut(next.content, without);
  Idiomorph.morph(element, [...next.content.childNodes], {
    morphStyle: "innerHTML",
    callbacks: {
      beforeNodeMorphed: (node) => !(node instanceof Element && node.getAttribute("role") === "status"),
    },
  });
}

/** Without leaving the heading of a part that held nothing else. */
function takeOut(markup: DocumentFragment, id: string): void {
  const element = markup.getElementById(id);
  const part = element?.closest("section");
  element?.remove();
  if (part && !part.querySelector("article")) part.remove();
}
