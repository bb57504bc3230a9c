import { isDeepStrictEqual } from "node:util";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { issuePicks, weeklyIssues } from "#db/schema/weekly.server.ts";
import type { EventName } from "../events/event.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Day } from "../settings/calendar.ts";
import { type Additions, issueLimits } from "./edited-issue.ts";

export type IssueChange =
  | { does: "write"; words: Pick<Additions, "lead" | "minute" | "prompt"> }
  | { does: "pick" | "unpick" | "up" | "down"; insightId: string }
  | { does: "say-why"; insightId: string; sentence: string }
  | { does: "approve" }
  | { does: "withdraw-approval" };

type Changing = { personId: string; monday: Day; version: number; change: IssueChange };

export type ChangeOutcome = { outcome: "changed" } | { outcome: "changed-meanwhile" };

/** Changes what an editor adds to a week's issue. Whoever saw an older version changes nothing. */
export function changeIssue({ personId, monday, version, change }: Changing): Promise<ChangeOutcome> {
  return runTransaction(async (tx) => {
    await tx
      .insert(weeklyIssues)
      .values({ id: newId(), week: monday, version: 0 })
      .onConflictDoNothing({ target: weeklyIssues.week });
    const [issue] = await tx.select().from(weeklyIssues).where(eq(weeklyIssues.week, monday)).for("update");
    if (issue?.version !== version) {
      const isDone = issue?.version === version + 1 && (await isDoneAlready(tx, { issue, change }));
      return { outcome: isDone ? "changed" : "changed-meanwhile" };
    }
    await make(tx, { issueId: issue.id, personId, change });
    await tx
      .update(weeklyIssues)
      .set({ version: sql`${weeklyIssues.version} + 1`, editedAt: sql`now()` })
      .where(eq(weeklyIssues.id, issue.id));
    await recordEvent(tx, {
      name: eventOf(change),
      actorId: personId,
      subjectId: issue.id,
      fields: [change.does],
    });
    return { outcome: "changed" };
  });
}

type Done = { issue: typeof weeklyIssues.$inferSelect; change: IssueChange };

/** Whether the one change since is the very one that is asked for, as when a button is pressed twice. */
async function isDoneAlready(tx: Tx, { issue, change }: Done): Promise<boolean> {
  switch (change.does) {
    case "approve":
      return issue.approvedAt !== null;
    case "withdraw-approval":
      return issue.approvedAt === null;
    case "write": {
      const { lead, minute, prompt } = issue;
      return isDeepStrictEqual(
        { lead, minute: texts(minute), prompt },
        { ...change.words, minute: texts(change.words.minute) },
      );
    }
    case "pick":
    case "unpick": {
      const pick = and(eq(issuePicks.issueId, issue.id), eq(issuePicks.insightId, change.insightId));
      return (await tx.$count(issuePicks, pick)) > 0 === (change.does === "pick");
    }
    default:
      return false;
  }
}

function texts(minute: Additions["minute"]): string[] | null {
  return minute?.map(({ text }) => text) ?? null;
}

function eventOf({ does }: IssueChange): EventName {
  if (does === "approve") return "issue.approved";
  return does === "withdraw-approval" ? "issue.approval-withdrawn" : "issue.edited";
}

type Making = { issueId: string; personId: string; change: IssueChange };

async function make(tx: Tx, { issueId, personId, change }: Making): Promise<void> {
  const ofIssue = eq(weeklyIssues.id, issueId);
  switch (change.does) {
    case "write": {
      const { lead, minute, prompt } = change.words;
      const lines =
        minute?.map(({ text, sources, versions = [] }) => ({
          text,
          sources: [...sources],
          versions: [...versions],
        })) ?? null;
      await tx.update(weeklyIssues).set({ lead, minute: lines, prompt }).where(ofIssue);
      return;
    }
    case "approve":
      await tx.update(weeklyIssues).set({ approvedAt: sql`now()`, approvedBy: personId }).where(ofIssue);
      return;
    case "withdraw-approval":
      await tx.update(weeklyIssues).set({ approvedAt: null, approvedBy: null }).where(ofIssue);
      return;
    case "say-why": {
      const pick = and(eq(issuePicks.issueId, issueId), eq(issuePicks.insightId, change.insightId));
      await tx.update(issuePicks).set({ sentence: change.sentence }).where(pick);
      return;
    }
    default:
      await arrange(tx, { issueId, personId, does: change.does, insightId: change.insightId });
  }
}

type Arranging = {
  issueId: string;
  personId: string;
  does: "pick" | "unpick" | "up" | "down";
  insightId: string;
};

async function arrange(tx: Tx, { issueId, personId, does, insightId }: Arranging): Promise<void> {
  const picks = await tx
    .select({ insightId: issuePicks.insightId })
    .from(issuePicks)
    .where(eq(issuePicks.issueId, issueId))
    .orderBy(issuePicks.position);
  const order = picks.map((pick) => pick.insightId);
  const at = order.indexOf(insightId);
  if (does === "pick" && at < 0 && order.length < issueLimits.picks) {
    await tx.insert(issuePicks).values({ issueId, insightId, position: order.length, pickedBy: personId });
    return;
  }
  if (at < 0) return;
  if (does === "unpick")
    await tx
      .delete(issuePicks)
      .where(and(eq(issuePicks.issueId, issueId), eq(issuePicks.insightId, insightId)));
  order.splice(at, 1);
  if (does === "up" || does === "down")
    order.splice(Math.max(0, at + (does === "up" ? -1 : 1)), 0, insightId);
  else if (does === "pick") order.splice(at, 0, insightId);
  for (const [position, id] of order.entries())
    await tx
      .update(issuePicks)
      .set({ position })
      .where(and(eq(issuePicks.issueId, issueId), eq(issuePicks.insightId, id)));
}
