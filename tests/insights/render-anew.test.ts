import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { renderAnew } from "#app/insights/render-anew.server.ts";
import { RENDERER_VERSION } from "#app/text/render-markdown.server.ts";
import { db } from "#db/client.server.ts";
import { insightIndexStates, insights } from "#db/schema/insights.server.ts";
import { useConnectionBeside } from "#tests/support/connection-beside.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight } from "#tests/support/factories.ts";

const { untilWaiting } = useConnectionBeside(useDatabase());

type Rendering = { html: string; plainText: string; rendererVersion: number };

async function asRenderedOnce(id: string, given: Partial<Rendering>): Promise<void> {
  const rendererVersion = RENDERER_VERSION - 1;
  await db
    .update(insights)
    .set({ rendererVersion, ...given })
    .where(eq(insights.id, id));
}

async function read(id: string) {
  const [row] = await db
    .select({
      html: insights.html,
      plainText: insights.plainText,
      searchText: insights.searchText,
      rendererVersion: insights.rendererVersion,
      version: insights.version,
      wanted: insightIndexStates.wanted,
    })
    .from(insights)
    .innerJoin(insightIndexStates, eq(insightIndexStates.insightId, insights.id))
    .where(eq(insights.id, id));
  return row;
}

test("what an older renderer wrote is rendered again in batches, indexed where it reads otherwise, and once", async () => {
  const department = await aDepartment({ name: "Écology", nicknames: ["Eco"] });
  const sent = { tags: ["open-access"] };
  const given = { departments: [department], sent, body: "Wants **more** #lamps" };
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push((await anInsight(given)).id);
  const [first = "", second = "", third = "", ...others] = ids;
  const asNew = await read(first);
  await asRenderedOnce(first, { html: "<p>old</p>", plainText: "old" });
  await db.update(insights).set({ searchText: "old" }).where(eq(insights.id, first));
  await asRenderedOnce(second, { html: "<p>old</p>" });
  for (const id of others) await asRenderedOnce(id, {});

  expect(await renderAnew({ batchSize: 2 })).toBe(4);
  expect(await read(first)).toEqual({ ...asNew, wanted: 2 });
  expect(await read(second)).toEqual(asNew);
  expect(await read(third)).toEqual(asNew);
  for (const id of others) expect(await read(id)).toMatchObject({ rendererVersion: RENDERER_VERSION });
  expect(await renderAnew({ batchSize: 2 })).toBe(0);
  expect(await read(first)).toEqual({ ...asNew, wanted: 2 });
});

test("text that could not be rendered in time is tried once more, and then left until the renderer is another", async () => {
  const hostile = await anInsight({ body: `${"1. ".repeat(22)}nested` });
  const before = await read(hostile.id);
  expect(before?.rendererVersion).toBe(0);
  // As if the machine had been too busy: there is nothing hard about this one.
  const harmless = await anInsight({ body: "Wants *lamps*" });
  await asRenderedOnce(harmless.id, { html: "<p>Wants *lamps*</p>", rendererVersion: 0 });
  expect(await renderAnew()).toBe(2);
  expect((await read(harmless.id))?.html).toBe("<p>Wants <em>lamps</em></p>");
  expect(await read(hostile.id)).toEqual({ ...before, rendererVersion: RENDERER_VERSION });
  expect(await renderAnew()).toBe(0);
});

test("an edit made meanwhile is never overwritten by what was read before it", async () => {
  const { id } = await anInsight({ body: "At first" });
  await asRenderedOnce(id, {});
  let rendering: Promise<number> | undefined;
  await db.transaction(async (tx) => {
    await tx.update(insights).set({ version: 2, html: "<p>Then</p>" }).where(eq(insights.id, id));
    rendering = renderAnew();
    await untilWaiting(1);
  });
  await rendering;
  expect((await read(id))?.html).toBe("<p>Then</p>");
});
