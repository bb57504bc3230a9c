import { Link } from "@remix-run/react";
import X from "lucide-react/icons/x";
import type { JSX, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon, type IconType } from "./icon.tsx";

type ChipLinkProps = {
  to: string;
  children: ReactNode;
  icon?: IconType;
  count?: number;
  /** A filter in force: the link then leads to the page without it. */
  chosen?: boolean;
};

/** A tag, or one value of a filter. */
export function ChipLink({ to, children, icon, count, chosen = false }: ChipLinkProps): JSX.Element {
  return (
    <Link
      to={to}
      prefetch="none"
      className={classes(
        "inline-flex min-h-7 max-w-full items-center gap-1 rounded-full border px-2.5 text-sm pointer-coarse:min-h-11 pointer-coarse:px-3.5",
        chosen
          ? "border-accent bg-accent-soft font-medium text-accent hover:text-accent-strong"
          : "border-edge text-ink hover:border-accent hover:text-accent",
      )}
    >
      {chosen && <span className="sr-only">Remove filter: </span>}
      {icon && <Icon of={icon} className="size-3.5" />}
      <span className="truncate">{children}</span>
      {count !== undefined && <span className="text-soft figures">{count}</span>}
      {chosen && <Icon of={X} className="-mr-0.5 size-3.5" />}
    </Link>
  );
}
