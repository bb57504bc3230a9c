import type { JSX, KeyboardEvent, ReactNode } from "react";
import { useHydrated } from "../ui/use-hydrated.ts";

/** In the text Enter is a new line; Ctrl+Enter or ⌘+Enter posts from any field, once there is a button to do it. */
export function PostsWithKeys({ children }: { children: ReactNode }): JSX.Element {
  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    const { form } = event.target as HTMLInputElement;
    if (!form) return;
    event.preventDefault();
    // A form whose rest is still to come has no button, nor the key that keeps it from being posted twice.
    if (form.querySelector("button:not([type=button])")) form.requestSubmit();
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
