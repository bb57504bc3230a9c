import type { AppLoadContext } from "@remix-run/server-runtime";
import type { Person } from "../people/person.ts";
import { type Day, dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { givePiece } from "../ui/draw-piece.server.ts";
import type { ServerPiece } from "../ui/server-markup.tsx";
import { drawIssue, drawMine } from "../weekly/draw-issue.server.tsx";
import { findClosedIssue } from "../weekly/find-closed-issue.server.tsx";
import { findWeeklyIssue } from "../weekly/find-weekly-issue.server.ts";
import type { Grouping, WeeklyIssue } from "../weekly/weekly-issue-data.ts";

export type OpenIssuePage = {
  issue: WeeklyIssue;
  pieces: Record<"mine" | "front" | "end", ServerPiece>;
};

export type ClosedIssuePage = {
  /** How far this reader has read, and could. */
  reading: { readUpTo?: number; latest: number; fresh: { id: string }[] };
  pieces: Record<"mine" | "issue" | "restricted", ServerPiece>;
};

type Asked = { context: AppLoadContext; person: Person; monday: Day; by: Grouping };

/** An open issue with what the server draws of its page; what the week before asks for is beside it. */
export async function findOpenIssuePage({
  context,
  ...asked
}: Asked): Promise<{ page: OpenIssuePage; prompt: string | undefined }> {
  const [found, library] = await Promise.all([findWeeklyIssue(asked), findLibrarySettings()]);
  const { mine, front, end } = drawIssue(found, { library, reader: asked.person });
  const pieces = {
    mine: givePiece(context, { name: "issue-for-you", markup: mine }),
    front: givePiece(context, { name: "issue-front", markup: front }),
    end: givePiece(context, { name: "issue-end", markup: end }),
  };
  return { page: { issue: found.issue, pieces }, prompt: found.facts.prompt };
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
