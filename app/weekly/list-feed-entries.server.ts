import { timePassed } from "../events/time-passed.ts";
import { nobody } from "../insights/nobody.ts";
import { blocksAsHtml } from "../mail/write-mail.ts";
import { weekName } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import type { AtomFeed } from "../text/atom.ts";
import { findIssueForAll } from "./find-issue-for-all.server.ts";
import type { NamesOf } from "./keep-by-stamp.ts";
import { listClosedWeeks } from "./list-closed-weeks.server.ts";
import { weekTitle } from "./week-words.ts";
import { usualChoice } from "./weekly-mail.ts";
import { weeklyMailWords } from "./weekly-mail-words.ts";

const noOne = { own: [], followed: [] };

/** The weeks closed last, an entry each: all-staff insights only, whoever reads. */
export async function listFeedEntries(
  most: number,
  origin: string,
): Promise<NamesOf & { entries: AtomFeed["entries"] }> {
  const [weeks, { libraryName, departmentWord: word }] = await Promise.all([
    listClosedWeeks(most),
    findLibrarySettings(),
  ]);
  const entries = [];
  let namesOf = timePassed();
  for (const { monday, closedAt, updatedAt } of weeks) {
    const { forAll } = await findIssueForAll({ reader: nobody, monday });
    namesOf = Math.min(namesOf, forAll.namesOf);
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
  return { entries, namesOf };
}
