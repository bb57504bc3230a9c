import type { JSX } from "react";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Combobox } from "./combobox.tsx";
import { ComboboxFallback } from "./combobox-fallback.tsx";
import type { ComboboxProps } from "./combobox-option.ts";
import { Field, fieldWiring } from "./field.tsx";
import { type Typing, watchHand } from "./native-hand.ts";
import { useHydrated } from "./use-hydrated.ts";

type Control = typeof Combobox;
type Ready = { Control: Control; initial: readonly string[]; typing?: Typing };

let loaded: Control | undefined;

/** For a form that is wanted already: its comboboxes need not wait for the first sign of that. */
export async function loadCombobox(): Promise<Control> {
  const module = await import("./combobox.tsx");
  loaded = module.Combobox;
  return loaded;
}

/**
 * A field for choosing from a list by typing. The server sends a native control, which stays until the combobox has been
 * fetched, on first use of the form. What was chosen there is carried over, and so are the focus and the letters typed.
 */
export function LazyCombobox(props: ComboboxProps): JSX.Element {
  const { label, hideLabel, hint, error, optional, className, id = props.name, defaultValue = [] } = props;
  const holder = useRef<HTMLDivElement>(null);
  const hydrated = useHydrated();
  const [ready, setReady] = useState<Ready | undefined>(() =>
    hydrated && loaded ? { Control: loaded, initial: defaultValue } : undefined,
  );

  useEffect(() => {
    const place = holder.current;
    if (ready || !place) return;
    const leave = new AbortController();
    const { signal } = leave;
    const hand = watchHand(place, signal);
    const swap = (Control: Control) => {
      if (signal.aborted) return;
      if (hand.busy()) hand.whenFree(() => swap(Control));
      // At once: no letter comes between what is taken over and the control that goes on with it.
      else flushSync(() => setReady({ Control, ...hand.take() }));
    };
    let asked = false;
    const load = () => {
      if (asked) return;
      asked = true;
      // Where it cannot be had, the native control is left to itself.
      loadCombobox().then(swap, () => leave.abort());
    };
    // The first sign that the form is wanted. It may have come before the script.
    const form = place.closest("form") ?? place;
    if (loaded || place.contains(document.activeElement)) load();
    for (const sign of ["focusin", "pointerover", "keydown"]) {
      form.addEventListener(sign, ({ target }) => !bringsItself(sign, target) && load(), { signal });
    }
    return () => leave.abort();
  }, [ready]);

  const wiring = fieldWiring({ id, hint, error });
  return (
    <Field {...{ id, label, hideLabel, hint, error, optional, className }}>
      <div ref={holder} className="grid grid-cols-1 gap-2">
        {ready ? (
          <ready.Control {...props} wiring={wiring} initial={ready.initial} typing={ready.typing} />
        ) : (
          <ComboboxFallback {...props} wiring={wiring} values={defaultValue} />
        )}
      </div>
    </Field>
  );
}

/** The page's own focus in its first field says nothing of whoever reads it. */
function bringsItself(sign: string, target: EventTarget | null): boolean {
  return sign === "focusin" && target instanceof HTMLTextAreaElement && target.autofocus;
}
