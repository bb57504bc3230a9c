import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { compareIndex } from "#app/search/compare-index.server.ts";
import { findSystem } from "#app/upkeep/find-system.server.ts";
import { db } from "#db/client.server.ts";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp();
const uses = process.env.CORRIDOR_TEST_LONG ? 10_000 : 60;

const settled = () =>
  expect
    .poll(async () => (await findSystem()).search.unconfirmed, { timeout: 300_000, interval: 200 })
    .toBe(0);

test(`with the engine and the worker, a tag of ${uses} uses is merged, renamed and retired, and searched right at once and afterwards`, async () => {
  const editor = await app.as(await aPerson({ role: "editor" }));
  const { id } = await anInsight({ body: "Walrus counted.", sent: { tags: ["many"] } });
  await anInsight({ body: "Walrus alone.", sent: { tags: ["most"] } });
  await db.execute(sql`
    with copied as (
      insert into insights (id, body, html, renderer_version, plain_text, search_text, kind, basis, channel_id, heard_on,
        posted_week, visibility, author_id, team_id, source, idempotency_key)
      select gen_random_uuid(), body, html, renderer_version, plain_text, search_text, kind, basis, channel_id, heard_on,
        posted_week, visibility, author_id, team_id, source, 'copy-' || n
      from insights, generate_series(1, ${uses - 1}) n where id = ${id}::uuid returning id
    ), states as (insert into insight_index_states (insight_id) select id from copied returning insight_id
    ), placed as (
      insert into insight_departments (insight_id, department_id, position, insight_seq, heard_on)
      select c.id, d.department_id, d.position, i.seq, i.heard_on from copied c
      join insights i on i.id = ${id}::uuid join insight_departments d on d.insight_id = i.id returning insight_id)
    insert into insight_tags (insight_id, tag_id)
    select s.insight_id, t.id from states s, tags t where t.name = 'many'`);
  await settled();
  const found = async (tag: string) => {
    const { text } = await editor.get(`/search?q=walrus&tag=${tag}`);
    const [, total = "0"] = /role="status"[^>]*>(?:<!-- -->)?([\d,]+)/.exec(text) ?? [];
    return Number(total.replaceAll(",", ""));
  };
  const press = async (tag: string, sent: Record<string, string>) => {
    const answer = await editor.post(`/settings/tags/${tag}`, sent);
    expect(answer.status).toBe(302);
  };
  await press("many", { intent: "merge", into: "most" });
  expect(await found("most"), "at once").toBe(uses + 1);
  await settled();
  expect(await found("most"), "from the index").toBe(uses + 1);
  await press("most", { intent: "rename", name: "mostly" });
  expect(await found("mostly")).toBe(uses + 1);
  await settled();
  await press("mostly", { intent: "retire" });
  await settled();
  expect(await found("mostly")).toBe(uses + 1);
  expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
}, 600_000);
