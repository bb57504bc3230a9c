import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { MailBlock, MailLine, MailSkip, MailWords } from "../mail/mail.ts";
import type { Followable } from "../people/follow.ts";
import { weekName } from "../settings/calendar.ts";
import { type DepartmentWord, inOurWords } from "../settings/our-words.ts";
import { excerpt } from "../text/excerpt.ts";
import { readableText } from "../text/html-text.ts";
import { exactDate } from "../ui/dates.ts";
import type { KeptIssue } from "./edited-issue.ts";
import { forYou, isAbout } from "./for-you.ts";
import { type IssueFront, issueFront } from "./issue-front.ts";
import type { IssueNews } from "./issue-news.ts";
import { perWeek, placesInWords } from "./minute.ts";
import { weekDates, weekTitle } from "./week-words.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";
import type { WeeklyMailChoice } from "./weekly-mail.ts";

/** What else stands in the mail, under a heading of its own. All of it for all staff to read, or saying nothing of it. */
export type AlsoTold = { heading: string; lines: readonly MailLine[] };

type Mailed = {
  forAll: { issue: WeeklyIssue; cards: readonly InsightCardData[]; news: IssueNews; kept: KeptIssue | null };
  facts: { own: readonly { slug: string; name: string }[]; followed: readonly Followable[] };
  choice: Pick<WeeklyMailChoice, "scope" | "topics">;
  also: readonly AlsoTold[];
  token: string;
  word: DepartmentWord;
  test: boolean;
};

const most = { each: 3, cards: 4, letters: 160 } as const;
/** Fewer insights than this, and no word of an editor's, make a quiet week. */
const quietBelow = 3;

/** What the weekly mail says to one reader; or that there is nothing to say, and why. */
export function weeklyMailWords(mailed: Mailed): MailWords | MailSkip {
  const { forAll, choice, also, token, word, test } = mailed;
  const { scope, topics } = choice;
  const facts = topics.length > 0 ? { own: [], followed: topics } : mailed.facts;
  const { issue, cards, kept } = forAll;
  const front = issueFront({ news: forAll.news, kept, cards, asEditor: test });
  const heard = cards.filter(({ heardOn }) => heardOn >= issue.monday);
  const mine = forYou(heard, facts).heard.length > 0 ? aboutYours(heard, facts) : [];
  const isQuiet = issue.count < quietBelow && !front.lead && front.picks.length === 0;
  const told = also.filter(({ lines }) => lines.length > 0);
  if (!test && mine.length + told.length === 0) {
    const what = topics.length > 0 ? "what they chose" : "what they look after or follow";
    if (scope === "mine") return { skip: `Nothing about ${what}` };
    if (isQuiet) return { skip: `A quiet week, and nothing about ${what}` };
  }
  const address = `/weeks/${weekName(issue.monday)}`;
  const say = (block: MailBlock): MailBlock =>
    "says" in block ? { says: inOurWords(block.says, word) } : block;
  const part = (heading: string, blocks: readonly MailBlock[]): MailBlock[] =>
    blocks.length > 0 ? [{ heading: inOurWords(heading, word) }, ...blocks] : [];
  const whole = scope !== "mine" || test;
  const { rising, several } = front;
  return {
    subject: `${test ? "Test: " : ""}${weekTitle(issue.monday)} in Corridor`,
    unsubscribe: `/mail/weekly/${token}`,
    title: weekTitle(issue.monday),
    blocks: [
      { says: weekDates(issue.monday) },
      ...(front.lead ? [{ says: front.lead }] : []),
      ...part("In one minute", minuteItems(front, address)),
      ...part("For you", mine),
      ...told.flatMap(({ heading, lines }) =>
        part(
          heading,
          lines.map(({ words, leadsTo }) => ({ item: words, leadsTo })),
        ),
      ),
      ...part("Editor’s picks", whole ? picked(front) : []),
      ...part("Small victories", whole ? issue.wins.slice(0, most.cards).map(asItem) : []),
      ...part("Open questions", whole ? issue.questions.slice(0, most.cards).map(asItem) : []),
      ...part(
        "Rising",
        rising.map(({ theme, count, meanBefore }) => ({
          about: theme,
          item: `${count} insights, ${perWeek(meanBefore)}`,
          leadsTo: `${address}#rising`,
        })),
      ),
      ...part(
        "Heard in several places",
        several.map((place) => ({
          about: place.theme,
          item: placesInWords(place),
          leadsTo: `${address}#several`,
        })),
      ),
      ...part(
        "Gone quiet",
        (whole ? forAll.news.quiet : []).map(({ slug, name, lastHeard }) => ({
          about: name,
          item: `last heard ${exactDate(lastHeard)}`,
          leadsTo: `/departments/${slug}`,
        })),
      ),
      ...(forAll.news.numbers ? [say({ says: forAll.news.numbers })] : []),
      { label: "Read the whole issue", leadsTo: address },
    ],
    foot: [
      { says: "Corridor sends you this once a week. It holds only what all staff may read." },
      { label: "Stop it, or choose when and what comes, in one press", leadsTo: `/mail/weekly/${token}` },
    ],
  };
}

function minuteItems({ minute }: IssueFront, address: string): MailBlock[] {
  return minute.map(({ text, sources, part }) => {
    const [only, ...others] = sources;
    if (part) return { item: text, leadsTo: `${address}#${part}` };
    return { item: text, leadsTo: only && others.length === 0 ? `/insights/${only}` : address };
  });
}

function picked({ picks }: IssueFront): MailBlock[] {
  return picks.flatMap(({ card, sentence }) => [
    ...(sentence ? [{ says: sentence }] : []),
    { quotes: excerpt(readableText(card.html), 320) },
    { label: `${namesOf(card)}, heard ${card.channel.phrase}`, leadsTo: `/insights/${card.id}` },
  ]);
}

/** Of each thing one looks after or follows what was heard, each insight once. */
function aboutYours(heard: readonly InsightCardData[], { own, followed }: Mailed["facts"]): MailBlock[] {
  const told = new Set<string>();
  const things = [...own.map(({ slug }) => ({ kind: "department" as const, slug })), ...followed];
  return things.flatMap((thing) => {
    const news = heard.filter((card) => !told.has(card.id) && isAbout(card, thing)).slice(0, most.each);
    for (const { id } of news) told.add(id);
    return news.map(asItem);
  });
}

function asItem(card: InsightCardData): MailBlock {
  return {
    about: namesOf(card),
    item: excerpt(readableText(card.html), most.letters),
    leadsTo: `/insights/${card.id}`,
  };
}

function namesOf({ departments }: InsightCardData): string {
  return departments.map(({ name }) => name).join(", ");
}
