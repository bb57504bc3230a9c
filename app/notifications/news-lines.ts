import type { Visibility } from "../insights/insight.ts";
import type { MailLine } from "../mail/mail.ts";
import { newsWords } from "./notification.ts";
import { addressOf, type NotificationData } from "./notification-data.ts";

type Told = NotificationData & { visibility: Visibility };

/**
 * Several notifications as lines of one mail. Of what not all staff may read it says that something happened, and where;
 * what is more than fits is counted.
 */
export function newsLines(news: readonly Told[], most: number): MailLine[] {
  const shown = news.slice(0, most).map((told) => ({ words: lineOf(told), leadsTo: addressOf(told) }));
  const more = news.length - shown.length;
  if (more === 0) return shown;
  return [...shown, { words: `And ${more} more in your notifications`, leadsTo: "/notifications" }];
}

/** What a mail says happened: of what not all staff may read not even by which search it was found, for that says what it is about. */
export function mailedWords(told: Told): string {
  return newsWords(told.visibility === "staff" ? told : { ...told, savedSearch: null });
}

function lineOf(told: Told): string {
  const words = mailedWords(told);
  if (told.visibility !== "staff")
    return `${words}. Not all staff may read it, so its text is not in this mail.`;
  return `${words}${told.about && `, about ${told.about}`}: “${told.words || told.quote}”`;
}
