import { type JSX, useEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { ShortcutSwitch } from "./shortcut-switch.tsx";

export type Shortcut = { keys: readonly string[]; does: string };

type ShortcutListProps = { list: readonly Shortcut[]; onClose: () => void };

/** Every key there is, in a dialog that opens as it is drawn. */
export function ShortcutList({ list, onClose }: ShortcutListProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current) show(dialog.current);
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the button close it; a click beside it is one way more
    <dialog
      ref={dialog}
      aria-labelledby="shortcuts-title"
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-edge bg-surface p-0 text-ink raised backdrop:bg-[#000]/50 print:hidden"
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
function show(dialog: HTMLDialogElement): void {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("button")?.focus();
}
