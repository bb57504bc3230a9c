import type { JSX } from "react";
import { useEffect, useRef, useState } from "react";
import type { Combobox } from "./combobox.tsx";
import { ComboboxFallback } from "./combobox-fallback.tsx";
import type { ComboboxProps } from "./combobox-option.ts";
import { Field, fieldWiring } from "./field.tsx";
import { useHydrated } from "./use-hydrated.ts";

type Control = typeof Combobox;
let loaded: Control | undefined;

/** For a form that is wanted already: its comboboxes need not wait for the first sign of that. */
export async function loadCombobox(): Promise<Control> {
  const module = await import("./combobox.tsx");
  loaded = module.Combobox;
  return loaded;
}

/**
 * A field for choosing from a list by typing. The server sends a native control, which stays until the
 * combobox has been fetched, on first use of the form, and nobody is in it; what was already chosen there is carried over.
 */
export function LazyCombobox(props: ComboboxProps): JSX.Element {
  const { label, hideLabel, hint, error, optional, className, id = props.name, defaultValue = [] } = props;
  const holder = useRef<HTMLDivElement>(null);
  const hydrated = useHydrated();
  const [ready, setReady] = useState<{ Control: Control; initial: readonly string[] } | undefined>(() =>
    hydrated && loaded ? { Control: loaded, initial: defaultValue } : undefined,
  );

  useEffect(() => {
    const place = holder.current;
    if (ready || !place) return;
    const leave = new AbortController();
    const swap = (Control: Control) => {
      if (leave.signal.aborted) return;
      if (place.contains(document.activeElement)) {
        place.addEventListener("focusout", () => setTimeout(swap, 0, Control), {
          once: true,
          signal: leave.signal,
        });
      } else setReady({ Control, initial: valuesIn(place) });
    };
    const load = () => void loadCombobox().then(swap, () => {});
    // The first sign that the form is wanted. It may have come before the script.
    const form = place.closest("form") ?? place;
    const signs = ["focusin", "pointerover", "keydown"];
    if (loaded) load();
    else for (const sign of signs) form.addEventListener(sign, load, { once: true, signal: leave.signal });
    return () => leave.abort();
  }, [ready]);

  const wiring = fieldWiring({ id, hint, error });
  return (
    <Field {...{ id, label, hideLabel, hint, error, optional, className }}>
      <div ref={holder} className="grid grid-cols-1 gap-2">
        {ready ? (
          <ready.Control {...props} wiring={wiring} initial={ready.initial} />
        ) : (
          <ComboboxFallback {...props} wiring={wiring} values={defaultValue} />
        )}
      </div>
    </Field>
  );
}

function valuesIn(place: HTMLElement): string[] {
  const controls = [...place.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  const values = controls.flatMap((control) =>
    control instanceof HTMLInputElement ? control.value.split(",") : control.value,
  );
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))];
}
