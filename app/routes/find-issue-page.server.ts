import type { AppLoadContext } from "@remix-run/server-runtime";
import type { Person } from "../people/person.ts";
import { type Day, dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { givePiece } from "../ui/draw-piece.server.tsx";
import type { ServerPiece } from "../ui/server-markup.tsx";
import { drawIssue, drawMine } from "../weekly/draw-issue.server.tsx";
import { findClosedIssue } from "../weekly/find-closed-issue.server.tsx";
import { findWeeklyIssue } from "../weekly/find-weekly-issue.server.ts";
import { issueParts, latestOf, newCards } from "../weekly/issue-parts.ts";
import type { OpenIssuePage } from "../weekly/weekly-issue.tsx";
import type { Grouping, IssueReading, WeeklyIssue } from "../weekly/weekly-issue-data.ts";

export type ClosedIssuePage = {
  reading: IssueReading;
  pieces: Record<"mine" | "issue" | "restricted", ServerPiece>;
};

type Asked = { context: AppLoadContext; person: Person; monday: Day; by: Grouping };

type AskedOpen = Asked & {
  /** What stands above the issue on its page, once that is known. */
  above?: Promise<{ justPosted?: { id: string } } | undefined>;
};

/** An open issue with what the server draws of its page; what the week before asks for is beside it. */
export async function findOpenIssuePage({
  context,
  above,
  ...asked
}: AskedOpen): Promise<{ page: OpenIssuePage; prompt: string | undefined }> {
  const [found, library, beside] = await Promise.all([findWeeklyIssue(asked), findLibrarySettings(), above]);
  const { issue } = found;
  const drawn = drawIssue(found, { library, reader: asked.person, shownAbove: beside?.justPosted?.id });
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
    pieces: {
      mine: givePiece(context, { name: "issue-for-you", markup: drawn.mine }),
      front: givePiece(context, { name: "issue-front", markup: drawn.front }),
      contents: givePiece(context, { name: "issue-contents", markup: drawn.contents }),
      cards: givePiece(context, { name: "issue-cards", markup: drawn.cards }),
      end: givePiece(context, { name: "issue-end", markup: drawn.end }),
    },
  };
  return { page, prompt: found.facts.prompt };
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
  const [found, library] = await Promise.all([findClosedIssue(asked), findLibrarySettings()]);
  if (!found) return undefined;
  const { markup, forAll } = found;
  const about = forAll.cards;
  const { readUpTo } = found.facts;
  const fresh = about.filter(({ seq }) => readUpTo !== undefined && seq > readUpTo).map(({ id }) => ({ id }));
  const { mine, restricted } = drawMine(found, {
    today: dayIn(library.timeZone, new Date()),
    word: library.departmentWord,
    reader: asked.person,
  });
  return {
    reading: { readUpTo, latest: Math.max(0, ...about.map(({ seq }) => seq)), fresh },
    pieces: {
      mine: givePiece(context, { name: "issue-for-you", markup: mine }),
      issue: givePiece(context, { name: "issue", markup }),
      restricted: givePiece(context, { name: "issue-restricted", markup: restricted }),
    },
  };
}
