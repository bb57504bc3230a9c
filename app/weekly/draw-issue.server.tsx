import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Person } from "../people/person.ts";
import { type Day, dayIn, weekName } from "../settings/calendar.ts";
import type { LibrarySettings } from "../settings/library-settings.ts";
import type { DepartmentWord } from "../settings/our-words.ts";
import { closingOf } from "../settings/week-moment.ts";
import { weekdayTime } from "../ui/dates.ts";
import { DrawnRestricted } from "./closed-issue.server.tsx";
import { drawInOurWords, keptInOurWords } from "./draw-in-our-words.server.tsx";
import type { ClosedIssue } from "./find-closed-issue.server.tsx";
import type { FoundIssue } from "./find-weekly-issue.server.ts";
import { DrawnForYou, DrawnOnTop } from "./for-you.server.tsx";
import { forYou } from "./for-you.ts";
import { contentsOf, IssueContents } from "./issue-contents.server.tsx";
import { DrawnEnd } from "./issue-end.server.tsx";
import { DrawnFront } from "./issue-front.server.tsx";
import { issueFront } from "./issue-front.ts";
import { DrawnOpenIssue } from "./open-issue.server.tsx";
import { canEditIssue } from "./policy.ts";

const drawOnTop = keptInOurWords(DrawnOnTop);
const drawForYou = keptInOurWords(DrawnForYou);
const drawFront = keptInOurWords(DrawnFront);
const drawContents = keptInOurWords(IssueContents);
const drawEnd = keptInOurWords(DrawnEnd);

type Reading = { library: LibrarySettings; reader: Person; shownAbove?: string };

/** The parts of an open issue's page that the server alone draws. */
export function drawIssue(
  found: FoundIssue,
  { library, reader, shownAbove }: Reading,
): Record<"mine" | "front" | "yours" | "contents" | "cards" | "end", Buffer> {
  const { departmentWord: word, timeZone } = library;
  const today = dayIn(timeZone, new Date());
  const { issue, news, cards, facts } = found;
  const { issue: kept, reading } = facts;
  const { heard, stoppedAt } = forYou(
    cards.filter((card) => isHeard(card, issue)),
    { ...facts, stoppedAt: reading.stoppedAt },
  );
  const closing = closingOf(issue.monday, library);
  const closes = closing > new Date() ? weekdayTime(closing, timeZone) : undefined;
  return {
    mine: drawOnTop({ desk: deskOf(reader, issue.monday), closes, stoppedAt }, word),
    yours: drawForYou({ heard }, word),
    front: drawFront({ front: issueFront({ news, kept, cards }) }, word),
    contents: drawContents({ parts: contentsOf(issue) }, word),
    cards: drawInOurWords(<DrawnOpenIssue issue={issue} today={today} shownAbove={shownAbove} />, word),
    end: drawEnd({ quiet: news.quiet, numbers: news.numbers }, word),
  };
}

/** What of a closed issue's page is one reader's own: links to it, and what not all staff may read. */
export function drawMine(
  { forAll, facts, restricted }: ClosedIssue,
  { today, word, reader }: { today: Day; word: DepartmentWord; reader: Person },
): Record<"mine" | "yours" | "restricted", Buffer> {
  const { heard, stoppedAt } = forYou(forAll.cards, { ...facts, stoppedAt: facts.reading.stoppedAt });
  return {
    mine: drawOnTop({ desk: deskOf(reader, forAll.issue.monday), stoppedAt }, word),
    yours: drawForYou({ heard }, word),
    restricted: drawInOurWords(<DrawnRestricted cards={restricted} today={today} />, word),
  };
}

function isHeard({ heardOn }: InsightCardData, { monday }: { monday: Day }): boolean {
  return heardOn >= monday;
}

/** The way to the desk, for whom it is open. */
function deskOf(reader: Person, monday: Day): string | undefined {
  return canEditIssue(reader) ? `/weeks/${weekName(monday)}/edit` : undefined;
}
