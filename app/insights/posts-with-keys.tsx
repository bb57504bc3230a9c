import type { JSX, KeyboardEvent, ReactNode } from "react";
import { useHydrated } from "../ui/use-hydrated.ts";

/** In the text Enter is a new line; Ctrl+Enter or ⌘+Enter posts from any field. */
export function PostsWithKeys({ children }: { children: ReactNode }): JSX.Element {
  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const field = event.target as HTMLInputElement;
    field.form?.requestSubmit();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to keys pressed in the fields within
    <div className="grid gap-4" onKeyDown={press}>
      {children}
    </div>
  );
}

/** Says so beside the button, where there is script to do it and a keyboard to do it with. */
export function PostingKeys(): JSX.Element {
  const mac = useHydrated() && /Mac|iPad|iPhone/.test(navigator.userAgent);
  return (
    <span className="hidden text-sm text-soft pointer-fine:scripted:inline">
      or <kbd className="font-sans">{mac ? "⌘" : "Ctrl"}+Enter</kbd>
    </span>
  );
}
