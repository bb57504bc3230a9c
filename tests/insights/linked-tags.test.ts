import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight } from "#tests/support/factories.ts";

useDatabase();

const rel = 'rel="noopener noreferrer ugc"';

async function htmlOf(id: string): Promise<string | undefined> {
  const [row] = await db.select({ html: insights.html }).from(insights).where(eq(insights.id, id));
  return row?.html;
}

test("a tag in the text leads to its page, from posting on and after correcting", async () => {
  const department = await aDepartment();
  const { id, person } = await anInsight({
    departments: [department],
    body: "Wants #Open-Access, not `#code`, says @tom",
  });
  expect(await htmlOf(id)).toBe(
    `<p>Wants <a href="/tags/open-access" ${rel}>#Open-Access</a>, not <code>#code</code>, says @tom</p>`,
  );
  const sent = { body: "Wants #größe <b>", departments: [department.slug], channel: "coffee" };
  const read = readDraft(sent, { today: "2026-11-01" });
  if ("problems" in read) throw new Error("not a draft");
  await editInsight({ person, id, version: 1, draft: read.draft });
  expect(await htmlOf(id)).toBe(`<p>Wants <a href="/tags/gr%C3%B6%C3%9Fe" ${rel}>#größe</a> &lt;b&gt;</p>`);
});
