import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** After a move within the page, the focus goes to what the address's `#` names; a first opening is the browser's own. */
export function useHashFocus(): void {
  const { key, hash } = useLocation();
  const opened = useRef(key);
  useEffect(() => {
    if (opened.current === key) return;
    opened.current = key;
    if (hash) focusOn(hash.slice(1));
  }, [key, hash]);
}

/** Puts the focus on the element of this id, whatever it is, and brings it into sight. */
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}
