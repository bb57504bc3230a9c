import { asc, isNull } from "drizzle-orm";
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

/** The templates on offer, in the library's order. */
export async function listTemplates(): Promise<Template[]> {
  const rows = await db
    .select(columns)
    .from(templates)
    .where(isNull(templates.retiredAt))
    .orderBy(asc(templates.position), asc(templates.id))
    .prepare("templates")
    .execute();
  return rows.map(({ name, body, kind, channel }) => ({
    slug: templateSlug(name),
    name,
    body,
    kind: kindOf(kind),
    channel,
  }));
}

/** All there are, those offered no longer as well. */
export async function listKeptTemplates(): Promise<KeptTemplate[]> {
  const rows = await db.select(columns).from(templates).orderBy(asc(templates.position), asc(templates.id));
  return rows.map(({ id, name, body, kind, channel, retiredAt }) => ({
    id,
    slug: templateSlug(name),
    name,
    body,
    kind: kindOf(kind),
    channel,
    retired: retiredAt !== null,
  }));
}

function kindOf(kind: string | null): InsightKind | null {
  return insightKinds.find((known) => known === kind) ?? null;
}
