import ChevronDown from "lucide-react/icons/chevron-down";
import type { JSX, ReactNode } from "react";
import { useEffect, useRef } from "react";
import { Icon } from "./icon.tsx";

type AccountMenuProps = { name: string; detail?: string; menu: ReactNode };

/** The browser's own details, so that signing out needs no script; with script it closes on Escape and elsewhere. */
export function AccountMenu({ name, detail, menu }: AccountMenuProps): JSX.Element {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => (details.current ? closeElsewhere(details.current) : undefined), []);
  return (
    <details ref={details} className="group relative">
      <summary className="flex min-h-10 list-none items-center gap-2 rounded-md px-1.5 hover:bg-sunken pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden
          className="grid size-8 place-items-center rounded-full bg-sunken text-sm font-semibold"
        >
          {initials(name)}
        </span>
        <span className="max-w-40 truncate max-lg:sr-only">{name}</span>
        <Icon
          of={ChevronDown}
          className="size-4 text-soft transition-transform group-open:rotate-180 max-lg:hidden"
        />
      </summary>
      <div className="absolute right-0 z-30 mt-1 grid w-64 gap-1 rounded-md border border-edge bg-surface p-2 raised">
        <p className="border-b border-line px-3 pt-1 pb-2">
          <span className="font-medium">{name}</span>
          {detail && <span className="block text-sm text-soft">{detail}</span>}
        </p>
        {menu}
      </div>
    </details>
  );
}

/** How a link or a button looks inside the account menu. */
export const menuItemLook =
  "block w-full rounded-sm px-3 py-2 text-left aria-[current=page]:font-semibold aria-[current=page]:text-accent hover:bg-sunken pointer-coarse:min-h-11";

function closeElsewhere(details: HTMLDetailsElement): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  const close = (refocus: boolean) => {
    if (!details.open) return;
    details.open = false;
    if (refocus) details.querySelector("summary")?.focus();
  };
  const inside = (target: EventTarget | null) => target instanceof Node && details.contains(target);
  document.addEventListener("pointerdown", (event) => !inside(event.target) && close(false), { signal });
  details.addEventListener("keydown", (event) => event.key === "Escape" && close(true), { signal });
  details.addEventListener(
    "focusout",
    (event) => event.relatedTarget && !inside(event.relatedTarget) && close(false),
    { signal },
  );
  details.addEventListener(
    "click",
    (event) => (event.target as Element).closest("a, button[type=button]") && close(false),
    {
      signal,
    },
  );
  return () => leave.abort();
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(0), words.length > 1 ? words.at(-1) : ""]
    .map((word) => word?.charAt(0) ?? "")
    .join("")
    .toUpperCase();
}
