import { timePassed } from "../events/time-passed.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { goneQuiet } from "./gone-quiet.ts";
import { type IssueNews, mostNews } from "./issue-news.ts";
import { keepByStamp } from "./keep-by-stamp.ts";
import { listHeardDays } from "./list-heard-days.server.ts";
import { listHeardRows } from "./list-heard-rows.server.ts";
import { mentionedThemes } from "./mentioned-themes.ts";
import { minuteByRule } from "./minute.ts";
import { risingThemes } from "./rising.ts";
import { severalPlaces } from "./several-places.ts";
import { weekNumbers } from "./week-numbers.ts";

const kept = keepByStamp<IssueNews>();

type Asked = {
  monday: Day;
  /** Today, while the week goes on. */
  today: Day;
  /** The latest insight that counts, once the week is closed. */
  upTo?: number;
  /** Of `IssueFacts`, with the sources it was taken of. */
  stamp: string;
  of: readonly string[];
};

/** Of which insights besides the five weeks' own the next stamp is to be taken. */
export function newsSources(monday: Day): readonly string[] {
  return kept.sourcesOf(monday);
}

/** What the rules make of a week: worked out when one of its insights has changed, else kept. */
export async function findIssueNews({ monday, today, upTo, stamp, of }: Asked): Promise<IssueNews> {
  const full = `${stamp}/${today}/${upTo}`;
  const known = kept.find(monday, full);
  if (known) return known;
  const sunday = daysAfter(monday, 6);
  const lastDay = today < sunday ? today : sunday;
  const namesOf = timePassed();
  const [rows, heard] = await Promise.all([
    listHeardRows({ monday, upTo }),
    listHeardDays({ upTo: lastDay }),
  ]);
  const week = rows.filter((row) => row.week === monday);
  const rising = risingThemes(mentionedThemes(rows, monday), mostNews.rising);
  const several = severalPlaces(week, mostNews.several);
  const quiet = goneQuiet(heard, { upTo: lastDay, most: mostNews.quiet });
  const value: IssueNews = {
    minute: minuteByRule({ rows: week, rising, several }),
    rising,
    several,
    quiet,
    numbers: weekNumbers(week),
    ids: new Set(week.map(({ id }) => id)),
    namesOf,
  };
  const sources = quiet.flatMap(({ slug }) => heard.find((one) => one.slug === slug)?.latest ?? []);
  kept.keep(monday, { stamp: full, of, sources, value });
  return value;
}
