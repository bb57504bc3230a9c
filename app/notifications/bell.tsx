import BellIcon from "lucide-react/icons/bell";
import type { JSX } from "react";
import { Icon } from "../ui/icon.tsx";
import { Kept } from "../ui/kept-markup.tsx";
import { bellName, unreadNumber } from "./unread-words.ts";
import { useUnread } from "./use-unread.ts";

type BellProps = { unread: number; now: Date; current: boolean };

/** The way to one's notifications, with how many are unread. */
export function Bell({ now, ...plain }: BellProps): JSX.Element {
  return (
    <Kept of={BellLink} with={plain} className="contents">
      <CountingBell {...plain} now={now} />
    </Kept>
  );
}

function CountingBell({ current, ...loaded }: BellProps): JSX.Element {
  return <BellLink unread={useUnread(loaded)} current={current} />;
}

function BellLink({ unread, current }: Omit<BellProps, "now">): JSX.Element {
  return (
    <a
      href="/notifications"
      aria-label={bellName(unread)}
      aria-current={current ? "page" : undefined}
      className="relative grid size-10 shrink-0 place-items-center rounded-md hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:text-accent pointer-coarse:size-11"
    >
      <Icon of={BellIcon} />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0 right-0 min-w-5 rounded-full bg-accent px-1 text-center text-xs leading-5 font-semibold text-on-accent"
        >
          {unreadNumber(unread)}
        </span>
      )}
    </a>
  );
}
