import { and, asc, eq, gt, lt, lte, max, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights, insightTags } from "#db/schema/insights.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { RENDERER_VERSION, type RenderedText, renderMarkdown } from "../text/render-markdown.server.ts";
import { searchText } from "./search-text.ts";
import { markForIndexing } from "./write-insight-words.server.ts";

/** Rows looked through by one statement, so that each is short in a library of any size. */
const stretch = 20_000;

type Options = { signal?: AbortSignal; batchSize?: number };

/**
 * Renders again what an older renderer wrote, and once more what could not be rendered in time, a batch after the
 * other. Interrupted or run twice it goes on where work is left. Returns how many insights were rendered.
 */
export async function renderAnew({ signal, batchSize = 200 }: Options = {}): Promise<number> {
  const [{ last = 0 } = {}] = await db.select({ last: max(insights.seq).mapWith(Number) }).from(insights);
  let after = 0;
  let rendered = 0;
  while (after < last) {
    signal?.throwIfAborted();
    const batch = await listOutdated({ after, batchSize });
    await renderBatch(batch);
    rendered += batch.length;
    after = batch.length < batchSize ? after + stretch : (batch.at(-1)?.seq ?? last);
  }
  return rendered;
}

type Outdated = Awaited<ReturnType<typeof listOutdated>>[number];

function listOutdated({ after, batchSize }: { after: number; batchSize: number }) {
  const { id, seq, version, rendererVersion, body, plainText } = insights;
  return db
    .select({ id, seq, version, rendererVersion, body, plainText })
    .from(insights)
    .where(and(gt(seq, after), lte(seq, after + stretch), lt(rendererVersion, RENDERER_VERSION)))
    .orderBy(asc(seq))
    .limit(batchSize);
}

async function renderBatch(batch: readonly Outdated[]): Promise<void> {
  const rendered: RenderedText[] = [];
  // One after the other: many slow ones at once would wait too long for each other, and stay as typed for it.
  for (const { body } of batch) rendered.push(await renderMarkdown(body, { linkTags: true }));
  await runTransaction(async (tx) => {
    for (const [position, insight] of batch.entries()) {
      const { html, plainText } = rendered[position] ?? { html: "", plainText: "" };
      const isSaidOtherwise = plainText !== insight.plainText;
      const written = await tx
        .update(insights)
        .set({
          html,
          plainText,
          // Text that cannot be rendered now either stays as it was typed until the renderer is another.
          rendererVersion: RENDERER_VERSION,
          ...(isSaidOtherwise && { searchText: await newSearchText(tx, insight.id, plainText) }),
        })
        .where(and(eq(insights.id, insight.id), eq(insights.version, insight.version)))
        .returning({ id: insights.id });
      // Edited meanwhile, it has been rendered by that.
      if (written.length > 0 && isSaidOtherwise) await markForIndexing(tx, insight.id);
    }
  });
}

async function newSearchText(tx: Tx, insightId: string, plainText: string): Promise<string> {
  const [departmentNames, tagNames] = await Promise.all([
    tx
      .select({
        name: departments.name,
        aliases: sql<string[]>`array_remove(array_agg(${departmentAliases.name}), null)`,
      })
      .from(insightDepartments)
      .innerJoin(departments, eq(departments.id, insightDepartments.departmentId))
      .leftJoin(departmentAliases, eq(departmentAliases.departmentId, departments.id))
      .where(eq(insightDepartments.insightId, insightId))
      .groupBy(departments.id, insightDepartments.position)
      .orderBy(insightDepartments.position),
    tx
      .select({ name: tags.name })
      .from(insightTags)
      .innerJoin(tags, eq(tags.id, insightTags.tagId))
      .where(eq(insightTags.insightId, insightId)),
  ]);
  return searchText({
    plainText,
    departmentNames: departmentNames.flatMap(({ name, aliases }) => [...aliases, name]),
    tagNames: tagNames.map(({ name }) => name),
  });
}
