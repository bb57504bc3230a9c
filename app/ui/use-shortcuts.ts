import { useEffect, useRef, useSyncExternalStore } from "react";

const setting = "corridor-shortcuts";
const changed = "corridor-shortcuts-changed";

/** Does these things at these keys, pressed alone and outside any field, unless single keys are switched off. */
export function useShortcuts(keys: Record<string, () => void>): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = isAlone(event) && areShortcutsOn() ? current.current[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** Whether single keys do something in this browser, and how to change that. */
export function useShortcutSetting(): [on: boolean, turn: (on: boolean) => void] {
  return [useSyncExternalStore(onChange, areShortcutsOn, () => true), turnShortcuts];
}

// Kept in the browser, as it belongs to who sits there and not to who is signed in. Storage may be refused.
function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(setting) !== "off";
  } catch {
    return true;
  }
}

function turnShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(setting);
    else localStorage.setItem(setting, "off");
  } catch {}
  window.dispatchEvent(new Event(changed));
}

function onChange(listen: () => void): () => void {
  window.addEventListener(changed, listen);
  window.addEventListener("storage", listen);
  return () => {
    window.removeEventListener(changed, listen);
    window.removeEventListener("storage", listen);
  };
}

function isAlone(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, repeat, isComposing, defaultPrevented, target } = event;
  if (ctrlKey || metaKey || altKey || repeat || isComposing || defaultPrevented) return false;
  const element = target instanceof HTMLElement ? target : null;
  const isField = element?.isContentEditable || element?.matches("input, textarea, select");
  return !isField && !document.querySelector("dialog[open], [role=dialog]:not([hidden])");
}
