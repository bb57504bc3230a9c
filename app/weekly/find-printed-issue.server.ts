import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Person } from "../people/person.ts";
import { type Day, weekName } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { inOurWords } from "../settings/our-words.ts";
import { readableText } from "../text/html-text.ts";
import { exactDate } from "../ui/dates.ts";
import { findIssueForAll, type IssueForAll } from "./find-issue-for-all.server.ts";
import { issueFront } from "./issue-front.ts";
import { listRestrictedCards } from "./list-issue-cards.server.ts";
import { perWeek, placesInWords } from "./minute.ts";
import { type PrintedIssue, type PrintedItem, type PrintedPart, printedIssue } from "./printed-issue.ts";
import { countInWords, weekDates, weekTitle } from "./week-words.ts";

/** An issue on paper, with what stands over it and where the whole of it is. */
export type IssueOnPaper = PrintedIssue & {
  library: string;
  title: string;
  dates: string;
  counted: string;
  /** Without the scheme: somebody types it. */
  address: string;
  /** It holds what not all staff may read. */
  restricted: boolean;
};

type Asked = { person: Person; monday: Day; withMine: boolean; origin: string };

/** The week on two sides of paper; all staff's alone, but for a reader who asks for what is theirs as well. */
export async function findPrintedIssue({ person, monday, withMine, origin }: Asked): Promise<IssueOnPaper> {
  const [{ forAll }, restricted, { libraryName, departmentWord }] = await Promise.all([
    findIssueForAll({ reader: person, monday }),
    withMine ? listRestrictedCards({ person, monday }) : [],
    findLibrarySettings(),
  ]);
  const { issue } = forAll;
  const own = { title: "For you and your team only", items: restricted.map(asItem) };
  const sheet = printedIssue(toPrint(forAll, own, (text) => inOurWords(text, departmentWord)));
  return {
    ...sheet,
    more: sheet.more + issue.more,
    library: libraryName,
    title: weekTitle(monday),
    dates: weekDates(monday),
    counted: countInWords(issue),
    address: `${origin.replace(/^https?:\/\//, "")}/weeks/${weekName(monday)}`,
    restricted: restricted.length > 0,
  };
}

function toPrint({ issue, news, kept, cards }: IssueForAll, own: PrintedPart, say: (text: string) => string) {
  const { lead, minute, picks, rising, several } = issueFront({ news, kept, cards });
  const found: PrintedPart[] = [
    {
      title: "Rising",
      items: rising.map(({ theme, count, meanBefore }) => ({
        label: theme,
        text: `${count} insights; ${perWeek(meanBefore)}`,
      })),
    },
    {
      title: "Heard in several places",
      items: several.map((place) => ({ label: place.theme, text: placesInWords(place) })),
    },
    {
      title: "Gone quiet",
      items: news.quiet.map(({ name, lastHeard }) => ({
        label: name,
        text: `last heard ${exactDate(lastHeard)}`,
      })),
    },
    { title: "The week in numbers", items: news.numbers ? [{ text: say(news.numbers) }] : [] },
  ];
  return {
    lead,
    minute: minute.map(({ text }) => text),
    picks: picks.map(({ card, sentence }) => ({
      label: sentence,
      text: `“${readableText(card.html)}”`,
      note: heardBy(card),
    })),
    found,
    apart: [
      { title: "Small victories", items: issue.wins.map(asItem) },
      { title: "Open questions", items: issue.questions.map(asItem) },
    ],
    heard: [
      own,
      { title: "What was heard", items: issue.groups.flatMap(({ cards: group }) => group.map(asItem)) },
      { title: "Added since", items: issue.added.map(asItem) },
      { title: "Heard earlier", items: issue.heardEarlier.map(asItem) },
    ],
  };
}

function asItem(card: InsightCardData): PrintedItem {
  const label = `${card.departments.map(({ name }) => name).join(", ")}.`;
  return { label, text: readableText(card.html), note: heardBy(card) };
}

function heardBy({ channel, heardOn, author, voices }: InsightCardData): string {
  const [day, month] = exactDate(heardOn).split(" ");
  const others = voices > 1 ? `; by ${voices} colleagues` : "";
  return `Heard ${channel.phrase}, ${day} ${month}, by ${author.name}${others}`;
}
