import type { JSX } from "react";
import { CheckField } from "./check-field.tsx";
import { useShortcutSetting } from "./use-shortcuts.ts";

/** Switches single keys off for whoever speaks to the computer, or presses keys they did not mean (WCAG 2.1.4). */
export function ShortcutSwitch(): JSX.Element {
  const [on, turn] = useShortcutSetting();
  return (
    <CheckField
      name="single-keys"
      label="Shortcuts of a single key"
      hint="Kept in this browser. Ctrl or ⌘ with Enter always works."
      checked={on}
      onChange={({ currentTarget }) => turn(currentTarget.checked)}
    />
  );
}
