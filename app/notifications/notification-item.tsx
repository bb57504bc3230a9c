import { Link, useFetcher } from "@remix-run/react";
import CircleDot from "lucide-react/icons/circle-dot";
import type { JSX } from "react";
import { useRef } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { LiveRegion } from "../ui/live-region.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { newsWords } from "./notification.ts";
import { addressOf, type NotificationData } from "./notification-data.ts";

/** One thing a person was told: what happened, where it leads, and whether they have seen it. */
export function NotificationItem({ item }: { item: NotificationData }): JSX.Element {
  const say = useOurWords();
  const link = useRef<HTMLAnchorElement>(null);
  const fetcher = useFetcher();
  const marked = fetcher.formData !== undefined;
  const read = item.read || marked;
  return (
    <li
      className={`grid grid-cols-1 gap-1 border-l-4 py-1 pl-3 ${read ? "border-transparent" : "border-accent"}`}
    >
      <p className="flex flex-wrap items-center gap-x-2">
        {!read && (
          <Badge tone="accent" icon={CircleDot}>
            Unread
          </Badge>
        )}
        <Link
          ref={link}
          to={addressOf(item)}
          className={`link min-w-0 wrap-anywhere ${read ? "" : "font-semibold"}`}
        >
          {say(newsWords(item))}
          {item.about && `, about ${item.about}`}
        </Link>
        <TimeAgo at={item.at} className="text-sm text-soft" />
      </p>
      {item.words && <p className="max-w-measure wrap-anywhere">“{item.words}”</p>}
      <p className="max-w-measure wrap-anywhere text-soft">{item.quote}</p>
      {!read && (
        <fetcher.Form method="post" preventScrollReset onSubmit={() => link.current?.focus()}>
          <input type="hidden" name="intent" value="read" />
          <input type="hidden" name="id" value={item.id} />
          <Button variant="quiet" size="small" className="-ml-2.5">
            Mark as read<span className="sr-only">: {say(newsWords(item))}</span>
          </Button>
        </fetcher.Form>
      )}
      <LiveRegion>{marked ? "Marked as read" : ""}</LiveRegion>
    </li>
  );
}
