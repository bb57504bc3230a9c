import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import { insightDepartments } from "#db/schema/insights.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { type Tag, tagsMeant, tagsOnce } from "../vocabulary/coin-tags.server.ts";
import type { DraftProblems, InsightDraft } from "./insight-draft.ts";
import { findKeptMeant, keepMeant } from "./kept-meant.ts";
import { mentionedTags } from "./mentioned-tags.ts";

export type ResolvedDraft = {
  channelId: string;
  /** In the order chosen. */
  departments: { id: string; slug: string; name: string; aliases: string[] }[];
  tags: Tag[];
  /** Tags nobody has used before. */
  newTags: string[];
  /** What each of the names leads to: see `resolveFor`. */
  led?: { asked: string; name: string }[];
};

/** The names of all its tags, those nobody has used before included. */
export function tagNamesOf({ tags, newTags }: Pick<ResolvedDraft, "tags" | "newTags">): string[] {
  return [...new Set([...tags.map(({ name }) => name), ...newTags])].sort();
}

/** What each word of a draft means, in the order asked: one that means nothing here is left out. */
export type Meant = {
  departments: ({ asked: string } & ResolvedDraft["departments"][number])[];
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
  const [found] = await findMeant({ ...asked(draft, tagNames), keptFrom: keptFrom ?? null });
  const { departments = [], channelId = null, tags = [] } = found?.meant ?? {};
  const problems: DraftProblems = {};
  if (departments.length < draft.departments.length)
    problems.departments = "Choose departments from the list";
  if (!channelId) problems.channel = "Choose how you heard it from the list";
  const meant = { departments, channelId, tags };
  if (keptFrom === undefined) keepMeant({ draft, tagNames, meant });
  if (!channelId || problems.departments) return { problems };
  return resolved({ ...meant, channelId }, tagNames);
}

/** What a draft's words meant when they were last looked up here: to be saved only where `meantInSql` says that they still do. */
export function resolveAsKept(draft: InsightDraft): KeptWords | undefined {
  const tagNames = mentionedTags(draft);
  const meant = findKeptMeant({ draft, tagNames });
  return meant && { words: resolved(meant, tagNames), asked: asked(draft, tagNames), meant };
}

export type KeptWords = { words: ResolvedDraft; asked: ReturnType<typeof asked>; meant: Meant };

/** The values `meantInSql` waits for. */
function asked({ departments, channel }: InsightDraft, tagNames: string[]) {
  return { askedDepartments: departments, askedChannel: channel, askedTags: tagNames };
}

function resolved(
  { departments, channelId, tags }: Meant & { channelId: string },
  tagNames: readonly string[],
): ResolvedDraft {
  const known = new Set(tags.map(({ asked }) => asked));
  const once = new Map(departments.map(({ asked: _, ...department }) => [department.id, department]));
  return {
    channelId,
    departments: [...once.values()],
    tags: tagsOnce(tags.map(({ id, name }) => ({ id, name }))),
    newTags: tagNames.filter((name) => !known.has(name)),
    led: tags,
  };
}

const findMeant = preparedStatement<{ meant: Meant }>(() => sql`select ${meantInSql()} as meant`);

/** A draft's words as `Meant`, for the values `asked` gives and the insight it is `keptFrom`. */
export function meantInSql(): SQL {
  const tagNames = sql.placeholder("askedTags");
  return sql`jsonb_build_object('departments', (${departmentsMeant()}),
    'channelId', (select ${channels.id} from ${channels} where ${channels.slug} = ${sql.placeholder("askedChannel")}),
    'tags', (select coalesce(jsonb_agg(meant order by array_position(${tagNames}::text[], meant.asked), meant.id), '[]')
      from (${tagsMeant(tagNames)}) as meant))`;
}

function departmentsMeant(): SQL {
  return sql`
    with recursive named as (
      select own.id, own.merged_into_id, asked.slug as asked, asked.place
      from unnest(${sql.placeholder("askedDepartments")}::text[]) with ordinality as asked (slug, place)
      join ${departments} own on own.slug = asked.slug
      union all
      select whole.id, whole.merged_into_id, named.asked, named.place
      from named join ${departments} whole on whole.id = named.merged_into_id
    )
    select coalesce(jsonb_agg(jsonb_build_object('asked', named.asked, 'id', ${departments.id}, 'slug', ${departments.slug},
      'name', ${departments.name}, 'aliases', (
        select coalesce(jsonb_agg(${departmentAliases.name} order by ${departmentAliases.name}), '[]')
        from ${departmentAliases} where ${departmentAliases.departmentId} = ${departments.id}
      )) order by named.place), '[]')
    from named join ${departments} on ${departments.id} = named.id
    where named.merged_into_id is null and (${departments.closedAt} is null or ${departments.id} in (
      select ${insightDepartments.departmentId} from ${insightDepartments}
      where ${insightDepartments.insightId} = ${sql.placeholder("keptFrom")}::uuid))`;
}
