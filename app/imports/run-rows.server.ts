import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { importProblems, imports } from "#db/schema/imports.server.ts";
import { people } from "#db/schema/people.server.ts";
import { whileWordsChange } from "../insights/hold-words.server.ts";
import { reviewAges } from "../insights/review-age.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { withoutUnseen } from "../text/clean-text.ts";
import type { ClaimedImport } from "./claim-import.server.ts";
import { keyCounter } from "./count-keys.server.ts";
import type { RowProblem } from "./find-import.server.ts";
import { findKnownNames, type KnownAuthor } from "./find-known-names.server.ts";
import { failImport, finishCheck, finishImport } from "./finish-import.server.ts";
import { followChanges } from "./follow-changes.ts";
import { importLimits } from "./import.ts";
import { importFile } from "./import-files.server.ts";
import { countSet, postSet } from "./post-set.server.ts";
import { prepareSet } from "./prepare-set.server.ts";
import { type ReadRow, type RowReader, rowReader } from "./read-import-row.server.ts";
import { type FileRow, readRows } from "./read-rows.server.ts";
import { readSets } from "./read-sets.server.ts";
import type { Running, RunOutcome } from "./run-import.server.ts";
import { tallyUnknown } from "./tally-unknown.ts";

/** Reads an import's file set by set, posting each or, while it is only checked, counting what it would post. */
export async function runRows(claimed: ClaimedImport, running: Running): Promise<RunOutcome> {
  const isCheck = claimed.state === "checking";
  const { timeZone, reviewMonths } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  const ages = reviewAges(reviewMonths);
  const rows = readRows({ path: importFile(claimed.id), ...claimed.mapping });
  const heading = (await rows.next()).value as FileRow | undefined;
  const importer = await findAuthor(claimed.personId);
  const headings = heading?.cells ?? [];
  const readerNow = async () =>
    rowReader({ headings, mapping: claimed.mapping, known: await findKnownNames(), importer, today });
  let read = await readerNow();
  if (isCheck) await beginAnew(claimed);
  const changes = followChanges(running.onChanged);
  const count = keyCounter();
  const unknown = tallyUnknown();
  let from = isCheck ? 0 : claimed.rowsRead;
  for await (const set of readSets(rows, from)) {
    if (running.signal?.aborted) return "interrupted";
    const to = set.at(-1)?.row ?? from;
    if (to > importLimits.rows) {
      await failImport(
        claimed,
        `The file has more than ${importLimits.rows.toLocaleString("en-GB")} rows: bring it in in parts.`,
      );
      return "failed";
    }
    if (isCheck) {
      const { good, problems, unknownValues } = readSet(set, read);
      unknown.add(unknownValues);
      const counts = await count(good.map(({ key }) => key));
      if (!(await countSet({ claimed, from, to, problems, ...counts }))) return "lost";
    } else {
      const ids = await whileWordsChange(async (isAgain) => {
        if (isAgain) read = await readerNow();
        const { good, problems } = readSet(set, read);
        const ready = await prepareSet({ rows: good, importer });
        const posted = await postSet({ claimed, from, to, problems, ready, today, ages });
        return posted === "changed" ? undefined : (posted ?? "lost");
      });
      if (ids === "lost") return "lost";
      await changes.add(ids);
    }
    from = to;
    running.onProgress?.(to);
  }
  await changes.settle();
  if (isCheck) await finishCheck(claimed, unknown.list());
  else await finishImport(claimed);
  return "done";
}

type Good = Extract<ReadRow, { outcome: "read" }>;

function readSet(set: readonly FileRow[], read: RowReader) {
  const good: Good[] = [];
  const problems: RowProblem[] = [];
  const unknownValues: Extract<ReadRow, { outcome: "refused" }>["unknown"] = [];
  for (const { row, cells, unreadable } of set) {
    if (unreadable) {
      problems.push({ row, problem: unreadable, cells });
      continue;
    }
    const found = read(cells);
    if (found.outcome === "read") good.push(found);
    else {
      problems.push({ row, problem: found.problem, cells: cells.map(withoutUnseen) });
      unknownValues.push(...found.unknown);
    }
  }
  return { good, problems, unknownValues };
}

async function findAuthor(personId: string): Promise<KnownAuthor> {
  const [author] = await db
    .select({ id: people.id, teamId: people.teamId })
    .from(people)
    .where(eq(people.id, personId));
  if (!author) throw new Error("an import's person is not there");
  return author;
}

/** A check knows which rows it has seen only while it runs: broken off, it begins anew. */
async function beginAnew({ id }: ClaimedImport): Promise<void> {
  await db.delete(importProblems).where(eq(importProblems.importId, id));
  await db
    .update(imports)
    .set({ rowsRead: 0, posted: 0, alreadyThere: 0, refused: 0 })
    .where(eq(imports.id, id));
}
