import type { JSX } from "react";
import { useHydrated } from "../ui/use-hydrated.ts";

/** Says beside the button that Ctrl+Enter posts, where there is script to do it and a keyboard to do it with. */
export function PostingKeys(): JSX.Element {
  const mac = useHydrated() && /Mac|iPad|iPhone/.test(navigator.userAgent);
  return (
    <span className="hidden text-sm text-soft pointer-fine:scripted:inline">
      or <kbd className="font-sans">{mac ? "⌘" : "Ctrl"}+Enter</kbd>
    </span>
  );
}
