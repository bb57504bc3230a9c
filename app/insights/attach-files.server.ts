import { and, eq, exists, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { files } from "#db/schema/files.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type FormFile, keptText } from "../files/sent-files.ts";

type Attaching = { insightId: string; personId: string; files: readonly FormFile[] };

/**
 * Makes these the files of an insight, in this order, with what was typed about them; those it had besides are removed.
 * Only one's own can be attached, and only from nowhere, from this insight, or from one withdrawn before, whose text
 * came back into the form with its files. When one cannot be, it throws, which undoes the whole: see `orNotAll`.
 */
export async function attachFiles(tx: Tx, { insightId, personId, files: wanted }: Attaching): Promise<void> {
  const ids = wanted.map(({ id }) => id);
  const dropped = await tx
    .update(files)
    .set({ removedAt: sql`now()` })
    .where(and(eq(files.insightId, insightId), isNull(files.removedAt), notInArray(files.id, ids)))
    .returning({ id: files.id });
  for (const { id } of dropped) {
    await recordEvent(tx, { name: "file.removed", actorId: personId, subjectId: id });
  }
  if (ids.length === 0) return;
  const locked = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, ids), attachable({ insightId, personId })))
    .orderBy(files.id)
    .for("update");
  if (locked.length < ids.length) throw notAll;
  for (const [position, file] of wanted.entries()) {
    await tx
      .update(files)
      .set({ insightId, position, alternativeText: keptText(file) })
      .where(eq(files.id, file.id));
  }
}

const notAll = new Error("a file is not there to be attached");

/** Runs a transaction that attaches files; what it was undone for is a value. */
export async function orNotAll<Result>(work: () => Promise<Result>): Promise<Result | "not-all"> {
  try {
    return await work();
  } catch (error) {
    if (error === notAll) return "not-all";
    throw error;
  }
}

function attachable({ insightId, personId }: Omit<Attaching, "files">): SQL | undefined {
  const withdrawn = db
    .select({ id: insights.id })
    .from(insights)
    .where(
      and(eq(insights.id, files.insightId), eq(insights.authorId, personId), isNotNull(insights.withdrawnAt)),
    );
  return and(
    eq(files.uploadedBy, personId),
    isNull(files.removedAt),
    or(isNull(files.insightId), eq(files.insightId, insightId), exists(withdrawn)),
  );
}
