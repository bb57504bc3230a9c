import { type JSX, useEffect, useState } from "react";
import type { Shortcut, ShortcutList } from "./shortcut-list.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

type ShortcutsProps = {
  list: readonly Shortcut[];
  /** What single keys do on this page, besides those of the pieces on it. */
  keys?: Record<string, () => void>;
};

const opening = "corridor-show-shortcuts";

/** Once a page: listens to its keys, and lists them all under `?`, in a dialog that is fetched when it is asked for. */
export function Shortcuts({ list, keys = {} }: ShortcutsProps): JSX.Element | null {
  const [shown, setShown] = useState<{ List: typeof ShortcutList }>();
  useShortcuts({ ...keys, "?": showShortcuts });
  useEffect(() => {
    const open = () =>
      void import("./shortcut-list.tsx").then(
        ({ ShortcutList: List }) => setShown({ List }),
        // Without a connection there is no list; the keys work all the same.
        () => {},
      );
    window.addEventListener(opening, open);
    return () => window.removeEventListener(opening, open);
  }, []);
  return shown ? <shown.List list={list} onClose={() => setShown(undefined)} /> : null;
}

/** Opens the list for those who would not press a key for it, or switched single keys off. */
export function showShortcuts(): void {
  window.dispatchEvent(new Event(opening));
}
