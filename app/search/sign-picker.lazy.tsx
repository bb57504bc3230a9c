import { type JSX, type MouseEvent, useEffect, useState } from "react";

type Shown = { part: typeof import("./sign-picker.tsx"); box: HTMLInputElement };

const searchBox = "header form[role=search] input[name=q]";

const signs: readonly (readonly [sign: string, label?: string])[] = [
  ["in:"],
  ["by:", "Colleague"],
  ["tag:", "Theme"],
  ["channel:", "How heard"],
  ["kind:", "Kind"],
  ["since:", "When"],
];

type SignPickersProps = {
  /** Where the same is a form. */
  form: string;
  departmentWord: string;
};

/**
 * The filters one can add, each by a press that writes its sign into the search box, where what it can be followed by is
 * then offered; without script each leads to the form. The lists are fetched when somebody comes to the box.
 */
export function SignPickers({ form, departmentWord }: SignPickersProps): JSX.Element {
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

  function begin(event: MouseEvent, sign: string): void {
    const box = document.querySelector<HTMLInputElement>(searchBox);
    if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    // As if it had been typed, so that whatever listens to the box hears of it.
    document.execCommand("insertText", false, `${/\S$/.test(box.value) ? " " : ""}${sign}`);
  }

  return (
    <>
      <ul aria-label="Add a filter" className="mb-3 flex flex-wrap gap-x-4 text-sm print:hidden">
        <li aria-hidden className="content-center text-soft">
          Add a filter:
        </li>
        {signs.map(([sign, label = departmentWord]) => (
          <li key={sign}>
            <a
              href={form}
              onClick={(event) => begin(event, sign)}
              className="link inline-flex min-h-7 items-center pointer-coarse:min-h-11"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      {shown && <shown.part.SignPicker box={shown.box} />}
    </>
  );
}
