import type { JSX } from "react";
import { classes } from "./classes.ts";
import { Icon, type IconType } from "./icon.tsx";

export type NavItem = { to: string; label: string; icon: IconType; current?: boolean };

/** One place in the rail: a row with its word on a wide screen, the word under the icon on a narrower one. */
export function RailLink({ to, label, icon, current }: NavItem): JSX.Element {
  return (
    <a
      href={to}
      aria-current={current ? "page" : undefined}
      className={classes(
        "relative flex flex-col items-center gap-1 rounded-md px-1 py-2 text-center text-sm xl:flex-row xl:gap-3 xl:px-3 xl:text-left xl:text-base",
        current ? "bg-accent-soft font-semibold text-accent" : "text-ink hover:bg-sunken",
      )}
    >
      <Icon of={icon} />
      {label}
    </a>
  );
}

/** One place in the phone's bottom bar. */
export function BarLink({ to, label, icon, current }: NavItem): JSX.Element {
  return (
    <a
      href={to}
      aria-current={current ? "page" : undefined}
      className={classes(
        "flex min-h-14 flex-col items-center justify-center gap-0.5 border-t-2 px-0.5 text-sm leading-tight",
        current ? "border-accent font-semibold text-accent" : "border-transparent text-ink",
      )}
    >
      <Icon of={icon} />
      <span className="max-w-full truncate">{label}</span>
    </a>
  );
}
