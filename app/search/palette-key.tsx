import { type JSX, useEffect, useState } from "react";
import type { Palette, PalettePage } from "./palette.lazy.tsx";

/** Listens for Ctrl or ⌘ with K, wherever one is, and opens the palette, which is fetched when it is first asked for. */
export function PaletteKey({ more }: { more: readonly PalettePage[] }): JSX.Element | null {
  const [shown, setShown] = useState<{ Shown: typeof Palette }>();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key.toLowerCase() !== "k" || !(ctrlKey || metaKey) || altKey || shiftKey) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      void import("./palette.lazy.tsx").then(
        ({ Palette: Shown }) => setShown({ Shown }),
        // Without a connection there is none; the search box says so.
        () => {},
      );
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return shown ? <shown.Shown more={more} onClose={() => setShown(undefined)} /> : null;
}
