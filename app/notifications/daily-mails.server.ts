import { newId } from "#db/new-id.server.ts";
import type { NewMail } from "../mail/mail.ts";
import { type Day, dayIn, daysAfter, instantAt } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";

/** One mail a person and day, at the time of day of the weekly issue; what it says is gathered when it goes. */
export async function dailyMails(
  personIds: readonly string[],
  { now = new Date() }: { now?: Date } = {},
): Promise<NewMail[]> {
  const { timeZone, weekMoment } = await findLibrarySettings();
  const today = dayIn(timeZone, now);
  const at = (day: Day) => instantAt(timeZone, { day, time: weekMoment.time });
  const day = at(today) > now ? today : daysAfter(today, 1);
  return [...new Set(personIds)].map((personId) => ({
    personId,
    purpose: "daily",
    subjectId: newId(),
    dedupeKey: `daily:${personId}:${day}`,
    nextTryAt: at(day),
  }));
}
