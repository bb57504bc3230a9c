import type { LoaderFunctionArgs } from "@remix-run/node";
import { nobody } from "../insights/nobody.ts";
import { blocksAsHtml } from "../mail/write-mail.ts";
import { weekName } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { findIssueForAll } from "../weekly/find-issue-for-all.server.ts";
import { listClosedWeeks } from "../weekly/list-closed-weeks.server.ts";
import { weekTitle } from "../weekly/week-words.ts";
import { usualChoice } from "../weekly/weekly-mail.ts";
import { weeklyMailWords } from "../weekly/weekly-mail-words.ts";
import { feedAnswer, requireFeedReader } from "./feed-answer.server.ts";

const mostWeeks = 8;
const noOne = { own: [], followed: [] };

/** An entry a week, once it is closed: all-staff insights only, whoever reads. */
export async function loader({ request, context: { origin } }: LoaderFunctionArgs) {
  const { key } = await requireFeedReader(request);
  const [weeks, { libraryName, departmentWord: word }] = await Promise.all([
    listClosedWeeks(mostWeeks),
    findLibrarySettings(),
  ]);
  const entries = [];
  for (const { monday, closedAt, updatedAt } of weeks) {
    const { forAll } = await findIssueForAll({ reader: nobody, monday });
    const words = weeklyMailWords({
      forAll,
      facts: noOne,
      choice: usualChoice,
      also: [],
      token: "",
      word,
      test: false,
    });
    const link = `${origin}/weeks/${weekName(monday)}`;
    entries.push({
      id: link,
      title: weekTitle(monday),
      link,
      published: closedAt,
      updated: updatedAt,
      author: libraryName,
      html: "skip" in words ? "<p>A quiet week.</p>" : blocksAsHtml(words.blocks, origin),
    });
  }
  return feedAnswer({
    id: `${origin}/feeds/weekly.atom`,
    title: `The weekly issue, ${libraryName}`,
    self: `${origin}/feeds/weekly.atom?key=${key}`,
    page: `${origin}/weeks`,
    updated: new Date(0),
    base: `${origin}/`,
    entries,
  });
}
