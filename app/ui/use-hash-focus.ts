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

const framesToWait = 300;

/** Puts the focus on the element of this id and brings it into sight; one still to come is waited for some seconds. */
export function focusOn(id: string, frames = framesToWait): void {
  const element = document.getElementById(id);
  if (!element) {
    if (frames > 0) requestAnimationFrame(() => focusOn(id, frames - 1));
    return;
  }
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}
