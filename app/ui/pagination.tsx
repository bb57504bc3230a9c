import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import type { JSX, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon, type IconType } from "./icon.tsx";
import { linksInPlace } from "./use-links-in-place.ts";

type PaginationProps = {
  /** Addresses that carry a cursor; an absent one means there is nothing that way. */
  newer?: string | null;
  older?: string | null;
  newerLabel?: string;
  olderLabel?: string;
  /** Names the landmark when a page has more than one. */
  label?: string;
  /** A link between the two: to the whole of which these are parts. */
  between?: ReactNode;
};

export function Pagination({
  newer,
  older,
  newerLabel = "Newer",
  olderLabel = "Older",
  label = "More of this list",
  between,
}: PaginationProps): JSX.Element | null {
  if (!newer && !older) return null;
  return (
    <nav
      {...linksInPlace}
      aria-label={label}
      className="mt-12 flex flex-wrap items-center justify-between gap-x-4 border-t border-line pt-2 print:hidden"
    >
      {newer && <Step to={newer} rel="prev" icon={ArrowLeft} label={newerLabel} />}
      {between}
      {older && <Step to={older} rel="next" icon={ArrowRight} label={olderLabel} />}
    </nav>
  );
}

function Step({
  to,
  rel,
  icon,
  label,
}: {
  to: string;
  rel: "prev" | "next";
  icon: IconType;
  label: string;
}): JSX.Element {
  return (
    <a
      href={to}
      rel={rel}
      className={classes(
        "inline-flex min-h-11 items-center gap-2 font-medium text-accent hover:text-accent-strong",
        rel === "next" && "ml-auto",
      )}
    >
      {rel === "prev" && <Icon of={icon} className="size-4" />}
      {label}
      {rel === "next" && <Icon of={icon} className="size-4" />}
    </a>
  );
}
