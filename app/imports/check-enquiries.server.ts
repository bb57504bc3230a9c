import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { enquiries } from "#db/schema/enquiries.server.ts";
import { importProblems, imports } from "#db/schema/imports.server.ts";
import type { EnquiryMapping } from "./enquiry-mapping.ts";
import { enquiryPass } from "./enquiry-pass.server.ts";
import type { FoundEnquiryImport } from "./find-enquiry-import.server.ts";
import type { RowProblem } from "./find-import.server.ts";

const mostProblems = 5_000;

/** Reads a file of enquiries without counting any: what would be, what is here already, and which rows are refused. */
export async function checkEnquiries(found: FoundEnquiryImport): Promise<void> {
  const { id } = found;
  const problems: RowProblem[] = [];
  const counts = { posted: 0, alreadyThere: 0, refused: 0 };
  for await (const set of enquiryPass(found)) {
    const there = await countThere(set.good.map(({ key }) => key));
    counts.alreadyThere += there;
    counts.posted += set.good.length - there;
    counts.refused += set.problems.length;
    problems.push(...set.problems.slice(0, mostProblems - problems.length));
  }
  const rows = counts.posted + counts.alreadyThere + counts.refused;
  await runTransaction(async (tx) => {
    const checked = await tx
      .update(imports)
      .set({
        state: "checked",
        mapping: found.mapping,
        checked: counts,
        refused: counts.refused,
        rowsRead: rows,
        rowsTotal: rows,
        changedAt: sql`now()`,
      })
      .where(and(eq(imports.id, id), inArray(imports.state, ["mapping", "checked"])))
      .returning({ id: imports.id });
    if (checked.length === 0) return;
    await tx.delete(importProblems).where(eq(importProblems.importId, id));
    for (let at = 0; at < problems.length; at += 500) {
      const some = problems.slice(at, at + 500).map((problem) => ({ importId: id, ...problem }));
      await tx.insert(importProblems).values(some);
    }
  });
}

async function countThere(keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const [row] = await db
    .select({ number: sql<number>`count(*)::int` })
    .from(enquiries)
    .where(
      and(
        isNotNull(enquiries.importId),
        isNull(enquiries.withdrawnAt),
        sql`${enquiries.idempotencyKey} = any(${sql.param([...keys])}::text[])`,
      ),
    );
  return row?.number ?? 0;
}

/** Keeps how a file is to be read, while its columns are told apart. */
export async function saveEnquiryMapping({
  id,
  mapping,
  headings,
}: {
  id: string;
  mapping: EnquiryMapping;
  headings: readonly string[];
}): Promise<void> {
  await db
    .update(imports)
    .set({ mapping, headings: [...headings], state: "mapping", changedAt: sql`now()` })
    .where(and(eq(imports.id, id), inArray(imports.state, ["mapping", "checked"])));
}
