import type { AppLoadContext } from "@remix-run/server-runtime";
import { keepAnswers } from "../http/kept-answers.server.ts";
import type { Person } from "../people/person.ts";
import { type Day, dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import type { LibrarySettings } from "../settings/library-settings.ts";
import { givePieces } from "../ui/draw-piece.server.tsx";
import type { ClosedIssuePieces } from "../weekly/closed-issue.tsx";
import { drawIssue, drawMine } from "../weekly/draw-issue.server.tsx";
import { findClosedIssue } from "../weekly/find-closed-issue.server.tsx";
import { type HowFarRead, readingTold } from "../weekly/find-issue-reading.server.ts";
import { arrangeRead, type IssueRead, isSameRead, readIssue } from "../weekly/find-weekly-issue.server.ts";
import { issueParts, latestOf, newCards } from "../weekly/issue-parts.ts";
import type { OpenIssuePage } from "../weekly/weekly-issue.tsx";
import type { Grouping, IssueReading, WeeklyIssue } from "../weekly/weekly-issue-data.ts";

export type ClosedIssuePage = {
  by: Grouping;
  reading: IssueReading;
  pieces: ClosedIssuePieces;
};

type Asked = { context: AppLoadContext; person: Person; monday: Day; by: Grouping };

type AskedOpen = Asked & {
  /** What stands above the issue on its page, once that is known. */
  above?: Promise<{ justPosted?: { id: string } } | undefined>;
};

/** An issue's page as it was found and drawn, whether its document is asked for or its data. */
type Drawn<Page extends { pieces: object }> = {
  page: Omit<Page, "pieces">;
  pieces: Record<keyof Page["pieces"], Buffer>;
};

type DrawnOpen = Drawn<OpenIssuePage> & { read: IssueRead; prompt: string | undefined };

const inMind = { most: 60 };
const openPages = keepAnswers<DrawnOpen, HowFarRead>(inMind);
const closedPages = keepAnswers<Drawn<ClosedIssuePage> | undefined, HowFarRead>(inMind);

/** An open issue with what the server draws of its page; what the week before asks for is beside it. */
export async function findOpenIssuePage({
  context,
  above,
  ...asked
}: AskedOpen): Promise<{ page: OpenIssuePage; prompt: string | undefined }> {
  const [library, beside] = await Promise.all([findLibrarySettings(), above]);
  const shownAbove = beside?.justPosted?.id;
  const { page, pieces, prompt } = await openPages({
    context,
    person: asked.person,
    key: `${keyOf(asked, library)} ${shownAbove ?? ""}`,
    beside: () => readingTold(context.besideSession, asked),
    make: async (before) => {
      const value = await drawOpen({ ...asked, library, shownAbove, before });
      const { facts, news } = value.read;
      return { value, beside: facts.reading, namesOf: news.namesOf };
    },
  });
  const given = givePieces(context, { of: "issue", pieces });
  return { page: { ...page, pieces: given }, prompt };
}

type Drawing = Omit<Asked, "context"> & { library: LibrarySettings };

type DrawingOpen = Drawing & { shownAbove: string | undefined; before: DrawnOpen | undefined };

async function drawOpen({ library, shownAbove, before, ...asked }: DrawingOpen): Promise<DrawnOpen> {
  const read = await readIssue(asked);
  // What has changed in the library is mostly elsewhere.
  if (before && isSameRead(read, before.read)) return before;
  const found = arrangeRead(read, asked);
  const { issue } = found;
  const page = {
    monday: issue.monday,
    by: issue.by,
    counts: { counts: issue.counts, count: issue.count, meanBefore: issue.meanBefore },
    holds: { groups: issue.groups.length > 0, cards: holdsCards(issue) },
    reading: {
      readUpTo: issue.readUpTo,
      latest: latestOf(issue),
      fresh: newCards(issue).map(({ id }) => ({ id })),
    },
  };
  const pieces = drawIssue(found, { library, reader: asked.person, shownAbove });
  return { read, page, pieces, prompt: found.facts.prompt };
}

function holdsCards(issue: WeeklyIssue): boolean {
  const { first, heardEarlier } = issueParts(issue);
  return first.length + heardEarlier.length > 0;
}

/** A closed issue's page; undefined while the week is open. */
export async function findClosedIssuePage({
  context,
  ...asked
}: Asked): Promise<ClosedIssuePage | undefined> {
  const library = await findLibrarySettings();
  const drawn = await closedPages({
    context,
    person: asked.person,
    key: keyOf(asked, library),
    beside: () => readingTold(context.besideSession, asked),
    make: () => drawClosed({ ...asked, library }),
  });
  if (!drawn) return undefined;
  const { page, pieces } = drawn;
  const given = givePieces(context, { of: "issue", pieces });
  return { ...page, pieces: given };
}

type DrawnClosed = {
  value: Drawn<ClosedIssuePage> | undefined;
  beside?: HowFarRead;
  namesOf?: number;
};

async function drawClosed({ library, ...asked }: Drawing): Promise<DrawnClosed> {
  const found = await findClosedIssue(asked);
  if (!found) return { value: undefined };
  const { markup, forAll, facts } = found;
  const about = forAll.cards;
  const { readUpTo } = facts.reading;
  const fresh = about.filter(({ seq }) => readUpTo !== undefined && seq > readUpTo).map(({ id }) => ({ id }));
  const own = drawMine(found, {
    today: dayIn(library.timeZone, new Date()),
    word: library.departmentWord,
    reader: asked.person,
  });
  const latest = Math.max(0, ...about.map(({ seq }) => seq));
  const { by } = forAll.issue;
  const page = { by, reading: { readUpTo, latest, fresh } };
  return { value: { page, pieces: { ...markup, ...own } }, beside: facts.reading, namesOf: forAll.namesOf };
}

/** Which issue is asked for, on which day, in a library with which settings. */
function keyOf({ monday, by }: Omit<Asked, "context">, library: LibrarySettings): string {
  const today = dayIn(library.timeZone, new Date());
  return `${monday} ${by} ${today} ${JSON.stringify(library)}`;
}
