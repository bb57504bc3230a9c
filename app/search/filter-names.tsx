import type { JSX, MouseEvent } from "react";
import { searchBox } from "./sign-picker.lazy.tsx";

const signs: readonly (readonly [sign: string, label?: string])[] = [
  ["in:"],
  ["by:", "Colleague"],
  ["tag:", "Theme"],
  ["channel:", "How heard"],
  ["kind:", "Kind"],
  ["since:", "When"],
];

type FilterNamesProps = {
  /** Where the same is a form. */
  form: string;
  departmentWord: string;
};

/** How a small link stands in a row over the results. */
export const filterLinkLook = "link inline-flex min-h-7 items-center pointer-coarse:min-h-11";

/** The filters one can add: a press on a name writes its sign into the search box; without script each leads to the form. */
export function FilterNames({ form, departmentWord }: FilterNamesProps): JSX.Element {
  return (
    <ul aria-label="Add a filter" className="mb-1 flex flex-wrap gap-x-4 text-sm print:hidden">
      <li aria-hidden className="content-center text-soft">
        Add a filter:
      </li>
      {signs.map(([sign, label = departmentWord]) => (
        <li key={sign}>
          <a href={form} onClick={(event) => begin(event, sign)} className={filterLinkLook}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function begin(event: MouseEvent, sign: string): void {
  const box = document.querySelector<HTMLInputElement>(searchBox);
  if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
  // As if it had been typed, so that whatever listens to the box hears of it.
  document.execCommand("insertText", false, `${/\S$/.test(box.value) ? " " : ""}${sign}`);
}
