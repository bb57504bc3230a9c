import { isDeepStrictEqual } from "node:util";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { evidenceCards, evidenceQuotes } from "#db/schema/reports.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { isId } from "../insights/insight.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import type { Person } from "../people/person.ts";
import type { EvidenceDraft, EvidenceProblems } from "./evidence-draft.ts";
import { isPassageOf } from "./passage.ts";

type Choosing = { person: Person; departmentId: string; version: number; draft: EvidenceDraft };

export type ChosenEvidence =
  | { outcome: "done" | "changed-meanwhile" }
  | { outcome: "refused"; problems: EvidenceProblems };

/** Settles what a department's card quotes and offers. The caller has asked `canKeepProfile`. */
export function chooseEvidence({ person, departmentId, version, draft }: Choosing): Promise<ChosenEvidence> {
  return runTransaction<ChosenEvidence>(async (tx) => {
    const problems = await problemsWith(tx, { departmentId, draft });
    if (Object.keys(problems).length > 0) return { outcome: "refused", problems };
    const card = { offer: draft.offer, editedBy: person.id };
    const saved = await tx
      .insert(evidenceCards)
      .values({ departmentId, ...card })
      .onConflictDoUpdate({
        target: evidenceCards.departmentId,
        set: { ...card, version: sql`${evidenceCards.version} + 1`, editedAt: sql`now()` },
        setWhere: eq(evidenceCards.version, version),
      })
      .returning({ version: evidenceCards.version });
    if (saved.length === 0)
      return { outcome: (await isChosenAlready(tx, { departmentId, draft })) ? "done" : "changed-meanwhile" };
    await tx.delete(evidenceQuotes).where(eq(evidenceQuotes.departmentId, departmentId));
    if (draft.quotes.length > 0) {
      const rows = draft.quotes.map((quote, at) => ({
        departmentId,
        ...quote,
        position: at + 1,
        chosenBy: person.id,
      }));
      await tx.insert(evidenceQuotes).values(rows);
    }
    const change = { name: "evidence.chosen", actorId: person.id, subjectId: departmentId } as const;
    await recordEvent(tx, { ...change, fields: ["offer", "quotes"] });
    return { outcome: "done" };
  });
}

/** Whether the card stands so already, as when its form is sent twice. */
async function isChosenAlready(
  tx: Tx,
  { departmentId, draft }: Pick<Choosing, "departmentId" | "draft">,
): Promise<boolean> {
  const { insightId, passage, named, position } = evidenceQuotes;
  const [card] = await tx
    .select({ offer: evidenceCards.offer })
    .from(evidenceCards)
    .where(eq(evidenceCards.departmentId, departmentId));
  const quotes = await tx
    .select({ insightId, passage, named })
    .from(evidenceQuotes)
    .where(eq(evidenceQuotes.departmentId, departmentId))
    .orderBy(position);
  return isDeepStrictEqual({ ...card, quotes }, draft);
}

/** Only what all staff may read about this department is quoted, and only as it stands there. */
async function problemsWith(
  tx: Tx,
  { departmentId, draft }: Pick<Choosing, "departmentId" | "draft">,
): Promise<EvidenceProblems> {
  const ids = draft.quotes.map(({ insightId }) => insightId).filter(isId);
  const found = await tx
    .select({ id: insights.id, plainText: insights.plainText })
    .from(insights)
    .innerJoin(insightDepartments, eq(insightDepartments.insightId, insights.id))
    .where(
      and(
        inArray(insights.id, ids.length > 0 ? ids : ["00000000-0000-0000-0000-000000000000"]),
        eq(insightDepartments.departmentId, departmentId),
        readableInSql(allStaffRule),
      ),
    );
  const texts = new Map(found.map(({ id, plainText }) => [id, plainText]));
  const problems: EvidenceProblems = {};
  for (const { insightId, passage } of draft.quotes) {
    const text = texts.get(insightId);
    if (text === undefined) problems.quotes = "One of these can be quoted no longer: choose again";
    else if (!isPassageOf(passage, text))
      problems[`passage-${insightId}`] = "Quote it word for word, with … for what you leave out";
  }
  return problems;
}
