import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import { insightDepartments } from "#db/schema/insights.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { type Tag, tagsMeant, tagsOnce } from "../vocabulary/coin-tags.server.ts";
import type { DraftProblems, InsightDraft } from "./insight-draft.ts";
import { mentionedTags } from "./mentioned-tags.ts";

export type ResolvedDraft = {
  channelId: string;
  /** In the order chosen. */
  departments: { id: string; slug: string; name: string; aliases: string[] }[];
  tags: Tag[];
  /** Tags nobody has used before. */
  newTags: string[];
  /** Names asked for that lead to a tag called otherwise: see `resolveFor`. */
  ledElsewhere?: string[];
};

/** The names of all its tags, those nobody has used before included. */
export function tagNamesOf({ tags, newTags }: Pick<ResolvedDraft, "tags" | "newTags">): string[] {
  return [...new Set([...tags.map(({ name }) => name), ...newTags])].sort();
}

type Row = {
  departments: (ResolvedDraft["departments"][number] & { asked: number })[];
  channelId: string | null;
  tags: ({ asked: string } & Tag)[];
};

/**
 * What a draft's words mean here: ids for its departments, channel and tags, or which of them are unknown. One that has
 * become part of another means that other. A closed department is unknown, except to the insight that was about it
 * before: the one this draft rewrites.
 */
export async function resolveDraft(
  draft: InsightDraft,
  { keptFrom }: { keptFrom?: string } = {},
): Promise<ResolvedDraft | { problems: DraftProblems }> {
  const tagNames = mentionedTags(draft);
  const [found] = await findMeant({
    departments: draft.departments,
    keptFrom: keptFrom ?? null,
    channel: draft.channel,
    tags: tagNames,
  });
  const { departments: meant = [], channelId, tags = [] } = found ?? {};
  const problems: DraftProblems = {};
  if (meant.reduce((sum, { asked }) => sum + asked, 0) < draft.departments.length)
    problems.departments = "Choose departments from the list";
  if (!channelId) problems.channel = "Choose how you heard it from the list";
  if (!channelId || problems.departments) return { problems };
  const known = new Set(tags.map(({ asked }) => asked));
  return {
    channelId,
    departments: meant.map(({ asked: _, ...department }) => department),
    tags: tagsOnce(tags.map(({ id, name }) => ({ id, name }))),
    newTags: tagNames.filter((name) => !known.has(name)),
    ledElsewhere: tags.filter(({ asked, name }) => asked !== name).map(({ asked }) => asked),
  };
}

const findMeant = preparedStatement<Row>(
  () => sql`select (${departmentsMeant()}) as departments,
    (select ${channels.id} from ${channels} where ${channels.slug} = ${sql.placeholder("channel")}) as "channelId",
    (select coalesce(json_agg(meant), '[]') from (${tagsMeant(sql.placeholder("tags"))}) as meant) as tags`,
);

function departmentsMeant(): SQL {
  return sql`
    with recursive named as (
      select own.id, own.merged_into_id, asked.place
      from unnest(${sql.placeholder("departments")}::text[]) with ordinality as asked (slug, place)
      join ${departments} own on own.slug = asked.slug
      union all
      select whole.id, whole.merged_into_id, named.place
      from named join ${departments} whole on whole.id = named.merged_into_id
    ), meant as (
      select id, min(place) as place, count(*) as asked from named where merged_into_id is null group by id
    )
    select coalesce(json_agg(json_build_object('id', ${departments.id}, 'slug', ${departments.slug},
      'name', ${departments.name}, 'asked', meant.asked, 'aliases', (
        select coalesce(json_agg(${departmentAliases.name}), '[]') from ${departmentAliases}
        where ${departmentAliases.departmentId} = ${departments.id}
      )) order by meant.place), '[]')
    from meant join ${departments} on ${departments.id} = meant.id
    where ${departments.closedAt} is null or ${departments.id} in (
      select ${insightDepartments.departmentId} from ${insightDepartments}
      where ${insightDepartments.insightId} = ${sql.placeholder("keptFrom")}::uuid)`;
}
