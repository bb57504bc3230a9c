import { Link } from "@remix-run/react";
import BellIcon from "lucide-react/icons/bell";
import type { JSX } from "react";
import { Icon } from "../ui/icon.tsx";
import { bellName, unreadNumber } from "./unread-words.ts";
import { useUnread } from "./use-unread.ts";

type BellProps = { unread: number; now: Date; current: boolean };

/** The way to one's notifications, with how many are unread. */
export function Bell({ current, ...loaded }: BellProps): JSX.Element {
  const unread = useUnread(loaded);
  return (
    <Link
      to="/notifications"
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
    </Link>
  );
}
