import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Put on an element whose plain links lead to pages of ours: `<article {...linksInPlace}>`. One with `data-stay` shows the
 * same otherwise, and the page stays where it is.
 */
export const linksInPlace = { "data-in-place": "" } as const;

/**
 * Follows plain links inside `linksInPlace` as `Link` would, without a new document. A `Link` works out its address
 * each time it is drawn, which for a page of cards took longer than the rest of them.
 */
export function useLinksInPlace(): void {
  const navigate = useNavigate();
  useEffect(() => {
    // On the window: whatever else hears of the press hears of it before, and may have dealt with it.
    const follow = (event: MouseEvent) => {
      const address = addressInPlace(event);
      if (address === undefined) return;
      event.preventDefault();
      unfold(address.split("#")[1]);
      const preventScrollReset = (event.target as Element).closest("[data-stay]") !== null;
      navigate(address, {
        preventScrollReset,
        replace: address === location.pathname + location.search + location.hash,
      });
    };
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [navigate]);
}

/** The address of ours a press leads to, unless it asks for a new tab, a file or another site, or was dealt with. */
function addressInPlace(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target.closest("a");
  if (!link?.closest("[data-in-place]")) return undefined;
  // What somebody wrote in a text may lead to more than pages; the tags in it are ours, and have no host.
  if (link.closest(".prose") && !link.getAttribute("href")?.startsWith("/tags/")) return undefined;
  // What says its type is no page.
  if (link.type) return undefined;
  const isOwn = link.origin === location.origin && ["", "_self"].includes(link.target);
  if (!isOwn || link.hasAttribute("download")) return undefined;
  return link.pathname + link.search + link.hash;
}

/** What stands folded away is opened before it is gone to, as browsers do by themselves for a plain link. */
function unfold(id = ""): void {
  for (let around = document.getElementById(id); around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true;
}
