import { type JSX, useEffect, useState } from "react";

type Shown = { part: typeof import("./sign-picker.tsx"); box: HTMLInputElement };

/** The one box there is, wherever the page has it. */
export const searchBox = "header form[role=search] input[name=q]";

/** Under the search box, what a sign in it can be followed by: fetched when somebody comes to the box. */
export function SignPickers(): JSX.Element | null {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    const come = async () => {
      const box = document.querySelector<HTMLInputElement>(searchBox);
      if (!box || shown?.box === box) return;
      const part = await import("./sign-picker.tsx").catch(() => undefined);
      if (part) setShown({ part, box });
    };
    const focus = ({ target }: Event) => {
      if ((target as Element).matches(searchBox)) void come();
    };
    document.addEventListener("focusin", focus);
    if (document.activeElement?.matches(searchBox)) void come();
    return () => document.removeEventListener("focusin", focus);
  }, [shown]);

  return shown ? <shown.part.SignPicker box={shown.box} /> : null;
}
