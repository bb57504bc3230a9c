import { type JSX, useEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { ShortcutSwitch } from "./shortcut-switch.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

export type Shortcut = { keys: readonly string[]; does: string };

type ShortcutsProps = {
  list: readonly Shortcut[];
  /** What single keys do on this page, besides those of the pieces on it. */
  keys?: Record<string, () => void>;
};

const opening = "corridor-show-shortcuts";

/** Once a page: listens to its keys, and lists them all in a dialog under `?`. */
export function Shortcuts({ list, keys = {} }: ShortcutsProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useShortcuts({ ...keys, "?": () => show(dialog.current) });
  useEffect(() => {
    const open = () => show(dialog.current);
    window.addEventListener(opening, open);
    return () => window.removeEventListener(opening, open);
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the button close it; a click beside it is one way more
    <dialog
      ref={dialog}
      aria-labelledby="shortcuts-title"
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-edge bg-surface p-0 text-ink shadow-lg backdrop:bg-[#000]/50 print:hidden"
    >
      <div className="grid gap-4 p-5">
        <h2 id="shortcuts-title" className="text-xl font-semibold">
          Keyboard shortcuts
        </h2>
        <dl className="grid">
          {list.map(({ keys: pressed, does }) => (
            <div
              key={does}
              className="flex min-h-10 items-center justify-between gap-4 border-b border-line py-1.5 last:border-0"
            >
              <dt>{does}</dt>
              <dd className="flex shrink-0 items-center gap-1 text-sm text-soft">
                {pressed.map((key) => (
                  <kbd
                    key={key}
                    className="min-w-7 rounded-sm border border-edge bg-sunken px-1.5 py-0.5 text-center font-sans text-ink"
                  >
                    {key}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <ShortcutSwitch />
        <Button type="button" className="justify-self-end" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
    </dialog>
  );
}

/** The focus goes to Close: on the switch before it the next space would turn it off. */
function show(dialog: HTMLDialogElement | null): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.querySelector("button")?.focus();
}

/** Opens the list for those who would not press a key for it, or switched single keys off. */
export function showShortcuts(): void {
  window.dispatchEvent(new Event(opening));
}
