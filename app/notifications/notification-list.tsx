import type { JSX } from "react";
import { exactDate, weekdayDate } from "../ui/dates.ts";
import { Section } from "../ui/page.tsx";
import { byDay } from "./days.ts";
import type { NotificationData } from "./notification-data.ts";
import { NotificationItem } from "./notification-item.tsx";

type NotificationListProps = { items: readonly NotificationData[]; timeZone: string };

/** What a person was told, day by day. */
export function NotificationList({ items, timeZone }: NotificationListProps): JSX.Element {
  return (
    <>
      {byDay(items, timeZone).map(({ day, items: those }) => (
        <Section key={day} title={<time dateTime={day}>{weekdayDate(day)}</time>}>
          <ul aria-label={exactDate(day)} className="grid gap-5">
            {those.map((item) => (
              <NotificationItem key={item.id} item={item} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
