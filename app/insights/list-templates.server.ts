import { asc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { templates } from "#db/schema/drafts.server.ts";
import { type InsightKind, insightKinds } from "./insight.ts";
import { type KeptTemplate, type Template, templateSlug } from "./template.ts";

const columns = {
  id: templates.id,
  name: templates.name,
  body: templates.body,
  kind: templates.kind,
  channel: templates.channelSlug,
  retiredAt: templates.retiredAt,
};

export type TemplateRow = { name: string; body: string; kind: string | null; channel: string | null };

export function asTemplate({ name, body, kind, channel }: TemplateRow): Template {
  return { slug: templateSlug(name), name, body, kind: kindOf(kind), channel };
}

/** All there are, those offered no longer as well. */
export async function listKeptTemplates(): Promise<KeptTemplate[]> {
  const rows = await db.select(columns).from(templates).orderBy(asc(templates.position), asc(templates.id));
  return rows.map(({ id, retiredAt, ...row }) => ({ id, ...asTemplate(row), retired: retiredAt !== null }));
}

function kindOf(kind: string | null): InsightKind | null {
  return insightKinds.find((known) => known === kind) ?? null;
}
