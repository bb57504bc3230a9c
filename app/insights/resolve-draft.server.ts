import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import { insightDepartments } from "#db/schema/insights.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { findTags, type Tag } from "../vocabulary/coin-tags.server.ts";
import type { DraftProblems, InsightDraft } from "./insight-draft.ts";
import { mentionedTags } from "./mentioned-tags.ts";

export type ResolvedDraft = {
  channelId: string;
  departments: { id: string; names: string[] }[];
  tags: Tag[];
  /** Tags nobody has used before. */
  newTags: string[];
};

/**
 * What a draft's words mean here: ids for its departments, channel and tags, or which of them are unknown. A closed
 * department is unknown, except to the insight that was about it before: the one this draft rewrites.
 */
export async function resolveDraft(
  draft: InsightDraft,
  { keptFrom }: { keptFrom?: string } = {},
): Promise<ResolvedDraft | { problems: DraftProblems }> {
  const tagNames = mentionedTags(draft);
  const [found, channel, known] = await Promise.all([
    findDepartments(draft.departments, keptFrom),
    findChannel(draft.channel),
    findTags(tagNames),
  ]);
  const problems: DraftProblems = {};
  if (found.length < draft.departments.length) problems.departments = "Choose departments from the list";
  if (!channel) problems.channel = "Choose how you heard it from the list";
  if (!channel || problems.departments) return { problems };
  const order = new Map(draft.departments.map((slug, position) => [slug, position]));
  return {
    channelId: channel.id,
    departments: found.sort((a, b) => (order.get(a.slug) ?? 0) - (order.get(b.slug) ?? 0)),
    tags: [...new Map([...known.values()].map((tag) => [tag.id, tag])).values()],
    newTags: tagNames.filter((name) => !known.has(name)),
  };
}

function findDepartments(
  slugs: readonly string[],
  keptFrom: string | undefined,
): Promise<{ id: string; slug: string; names: string[] }[]> {
  const names = sql<
    string[]
  >`array_remove(array_agg(${departmentAliases.name}), null) || ${departments.name}`;
  return db
    .select({ id: departments.id, slug: departments.slug, names })
    .from(departments)
    .leftJoin(departmentAliases, eq(departmentAliases.departmentId, departments.id))
    .where(and(sql`${departments.slug} = any(${sql.param(slugs)}::text[])`, isChoosable(keptFrom)))
    .groupBy(departments.id)
    .prepare(keptFrom ? "kept departments" : "draft departments")
    .execute();
}

function isChoosable(keptFrom: string | undefined): SQL | undefined {
  const isOpen = isNull(departments.closedAt);
  if (!keptFrom) return isOpen;
  const { insightId, departmentId } = insightDepartments;
  const kept = db.select({ departmentId }).from(insightDepartments).where(eq(insightId, keptFrom));
  return or(isOpen, inArray(departments.id, kept));
}

async function findChannel(slug: string): Promise<{ id: string } | undefined> {
  const [channel] = await db
    .select({ id: channels.id })
    .from(channels)
    .where(eq(channels.slug, slug))
    .prepare("draft channel")
    .execute();
  return channel;
}
