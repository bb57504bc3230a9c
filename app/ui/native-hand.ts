export type Typing = { text: string; caret: number };

/** How somebody stands in a native control at the moment in which a combobox takes its place. */
export type NativeHand = {
  /** An open list or a composed letter would be torn away: to be asked again when this has passed. */
  busy: () => boolean;
  whenFree: (then: () => void) => void;
  /** What is chosen, and what is being typed when the focus is here. */
  take: () => { initial: string[]; typing?: Typing };
};

/** Watches the native controls in `place`, and keeps the letters typed at a list while its combobox is on the way. */
export function watchHand(place: HTMLElement, signal: AbortSignal): NativeHand {
  let opened = false;
  let composing = false;
  let letters = "";
  const on = (type: string, listener: (event: Event) => void) =>
    place.addEventListener(type, listener, { signal });

  on("pointerdown", ({ target }) => {
    opened = target instanceof HTMLSelectElement;
  });
  on("keydown", (event) => {
    if (!(event instanceof KeyboardEvent && event.target instanceof HTMLSelectElement)) return;
    const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (letter && !opened && (letters || event.key !== " ")) {
      letters += event.key;
      event.preventDefault();
    } else if (event.key === "Backspace" && letters) letters = letters.slice(0, -1);
    else if (event.key !== "Tab" && event.key !== "Shift") opened = true;
  });
  on("compositionstart", () => {
    composing = true;
  });
  on("compositionend", () => {
    composing = false;
  });
  for (const type of ["change", "focusout"]) {
    on(type, () => {
      opened = composing = false;
      if (type === "focusout") letters = "";
    });
  }

  return {
    busy: () => (opened || composing) && place.contains(document.activeElement),
    whenFree(then) {
      const soon = () => setTimeout(then);
      for (const type of ["change", "compositionend", "focusout"]) on(type, soon);
    },
    take() {
      const field = document.activeElement;
      const initial = valuesIn(place);
      if (!field || !place.contains(field)) return { initial };
      if (!(field instanceof HTMLInputElement)) {
        return { initial, typing: { text: letters, caret: letters.length } };
      }
      const begun = field.value.lastIndexOf(",") + 1;
      const text = field.value.slice(begun).trimStart();
      const before = field.value.length - text.length;
      const caret = Math.max(0, (field.selectionStart ?? field.value.length) - before);
      return { initial: listed(field.value.slice(0, begun)), typing: { text, caret } };
    },
  };
}

function valuesIn(place: HTMLElement): string[] {
  const controls = [...place.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  const values = controls.map((control) =>
    control instanceof HTMLInputElement ? listed(control.value) : [control.value],
  );
  return [...new Set(values.flat().filter(Boolean))];
}

function listed(text: string): string[] {
  return text
    .split(",")
    .map((value) => value.trim())
    .filter(Boolean);
}
