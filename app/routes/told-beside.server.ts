import type { ColumnBeside } from "../people/find-session-person.server.ts";
import { indexViewBeside } from "../search/index-view.server.ts";
import { mondayOfWeekName } from "../settings/calendar.ts";
import { readingBeside } from "../weekly/find-issue-reading.server.ts";

/** What the loader of a page asks in the question for the session, which the root's loader is the first to ask. */
export function toldBeside(request: Request): ColumnBeside | undefined {
  const { pathname } = new URL(request.url);
  if (pathname === "/search") return indexViewBeside();
  const week = /^\/weeks\/([^/]+)$/.exec(pathname)?.[1] ?? "";
  const monday = mondayOfWeekName(week);
  return monday === undefined ? undefined : readingBeside(monday);
}
