import { and, inArray, isNull } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { notificationChoices, notifications } from "#db/schema/notifications.server.ts";
import { people } from "#db/schema/people.server.ts";
import { canRead } from "../insights/readable.ts";
import { findRestoredAt } from "../mail/find-restored-at.server.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import { queueMails } from "../mail/queue-mails.server.ts";
import { type Candidate, toldOnce } from "./candidate.ts";
import { deliveryOf } from "./choices.ts";
import { dailyMails } from "./daily-mails.server.ts";

const rowsAtOnce = 1_000;

type Wanted = Candidate & { mailed?: "at once" | "daily" };

/**
 * Tells people: a notification each, and a mail where they want one and there is mail. Only who works here, may read
 * the insight now and wants to hear of it; each once, however often this runs. Returns how many were told.
 */
export async function tell(candidates: readonly Candidate[]): Promise<number> {
  const once = toldOnce(candidates);
  if (once.length === 0) return 0;
  const wanted = await whoWantsIt(once);
  wanted.sort((a, b) => a.at.getTime() - b.at.getTime());
  return runTransaction(async (tx) => {
    let told = 0;
    for (let from = 0; from < wanted.length; from += rowsAtOnce) {
      told += await write(tx, wanted.slice(from, from + rowsAtOnce));
    }
    return told;
  });
}

async function whoWantsIt(candidates: readonly Candidate[]): Promise<Wanted[]> {
  const personIds = [...new Set(candidates.map(({ personId }) => personId))];
  const insightIds = [...new Set(candidates.flatMap(({ insightId }) => insightId ?? []))];
  const [readers, subjects, choices, restoredAt] = await Promise.all([
    db
      .select({ id: people.id, teamId: people.teamId, demonstration: people.demonstration })
      .from(people)
      .where(and(inArray(people.id, personIds), isNull(people.disabledAt))),
    db
      .select({
        id: insights.id,
        visibility: insights.visibility,
        teamId: insights.teamId,
        authorId: insights.authorId,
      })
      .from(insights)
      .where(and(inArray(insights.id, insightIds), isNull(insights.withdrawnAt), isNull(insights.hiddenAt))),
    db.select().from(notificationChoices).where(inArray(notificationChoices.personId, personIds)),
    findRestoredAt(),
  ]);
  const readersById = new Map(readers.map((reader) => [reader.id, reader]));
  const subjectsById = new Map(subjects.map((subject) => [subject.id, subject]));
  const chosen = new Map(choices.map(({ personId, kind, delivery }) => [`${personId} ${kind}`, delivery]));
  const mail = isMailSetUp();
  return candidates.flatMap((candidate) => {
    const { kind, personId } = candidate;
    const reader = readersById.get(personId);
    if (!reader) return [];
    if (candidate.insightId !== null) {
      const subject = subjectsById.get(candidate.insightId);
      if (!subject || !canRead({ id: reader.id, team: { id: reader.teamId } }, subject)) return [];
    }
    const delivery = deliveryOf(kind, chosen.get(`${personId} ${kind}`));
    if (delivery === "never") return [];
    // What happened before a restore may have been mailed before it.
    const isAfter = candidate.at.getTime() > restoredAt;
    const getsMail = mail && isAfter && !candidate.past && !reader.demonstration;
    const how = delivery === "mail" ? "at once" : delivery === "daily" ? "daily" : undefined;
    return [{ ...candidate, mailed: getsMail ? how : undefined }];
  });
}

async function write(tx: Tx, wanted: readonly Wanted[]): Promise<number> {
  const rows = wanted.map(({ mailed, at, past, ...row }) => ({
    id: newId(),
    ...row,
    createdAt: at,
    // What was brought in with a library's past stands in the list and asks for nothing.
    readAt: past ? at : null,
    mailed,
  }));
  const written = await tx
    .insert(notifications)
    .values(rows.map(({ mailed: _, ...row }) => row))
    .onConflictDoNothing({ target: [notifications.personId, notifications.dedupeKey] })
    .returning({ id: notifications.id });
  const ids = new Set(written.map(({ id }) => id));
  const isNew = rows.filter(({ id }) => ids.has(id));
  const alone = isNew
    .filter(({ mailed }) => mailed === "at once")
    .map(({ id, personId, dedupeKey }) => ({
      personId,
      purpose: "notification" as const,
      subjectId: id,
      dedupeKey: `notification:${personId}:${dedupeKey}`,
    }));
  const together = isNew.filter(({ mailed }) => mailed === "daily").map(({ personId }) => personId);
  await queueMails(tx, [...alone, ...(await dailyMails(together))]);
  return written.length;
}
