import { notFound } from "../http/problems.server.ts";
import { type Day, dayIn, mondayOf, mondayOfWeekName } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";

/** The week an address names, up to the one that goes on now in the library's zone; any other is not there. */
export async function requireWeek(name: string | undefined): Promise<{ monday: Day; isCurrent: boolean }> {
  const monday = mondayOfWeekName(name ?? "");
  const { timeZone } = await findLibrarySettings();
  const thisMonday = mondayOf(dayIn(timeZone, new Date()));
  if (!monday || monday > thisMonday) return notFound();
  return { monday, isCurrent: monday === thisMonday };
}
