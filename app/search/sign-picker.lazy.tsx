import { type JSX, type MouseEvent, useEffect, useState } from "react";

type Shown = { Picker: typeof import("./sign-picker.tsx").SignPicker; box: HTMLInputElement };

const signs = [
  ["in:", "Department"],
  ["by:", "Colleague"],
  ["tag:", "Theme"],
  ["channel:", "How heard"],
  ["kind:", "Kind"],
  ["since:", "When"],
] as const;

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

  async function show(): Promise<Shown | undefined> {
    const box = searchBox();
    if (!box) return undefined;
    const { SignPicker } = await import("./sign-picker.tsx");
    const now = { Picker: SignPicker, box };
    setShown((before) => (before?.box === box ? before : now));
    return now;
  }

  useEffect(() => {
    const come = ({ target }: Event) => {
      if (target === searchBox()) void show().catch(() => undefined);
    };
    document.addEventListener("focusin", come);
    if (document.activeElement === searchBox()) void show().catch(() => undefined);
    return () => document.removeEventListener("focusin", come);
  });

  function begin(event: MouseEvent, sign: string): void {
    const box = searchBox();
    if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const text = box.value.trim();
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
    set?.call(box, `${text}${text && " "}${sign}`);
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return (
    <>
      <ul aria-label="Add a filter" className="mb-3 flex flex-wrap items-center gap-x-4 text-sm print:hidden">
        {signs.map(([sign, label]) => (
          <li key={sign}>
            <a
              href={form}
              onClick={(event) => begin(event, sign)}
              className="link inline-flex min-h-7 items-center pointer-coarse:min-h-11"
            >
              {label === "Department" ? departmentWord : label}
              <span aria-hidden className="ml-1 font-mono text-soft">
                {sign}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {shown && <shown.Picker box={shown.box} />}
    </>
  );
}

function searchBox(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("header form[role=search] input[name=q]");
}
