import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { templates } from "#db/schema/drafts.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { asTemplate, type TemplateRow } from "./list-templates.server.ts";
import type { Template } from "./template.ts";

type Row = { templates: TemplateRow[]; lastChannel: string | null };

const beginnings = preparedStatement<Row>(
  () => sql`select
    (select coalesce(json_agg(json_build_object('name', ${templates.name}, 'body', ${templates.body}, 'kind', ${templates.kind},
        'channel', ${templates.channelSlug}) order by ${templates.position}, ${templates.id}), '[]')
      from ${templates} where ${templates.retiredAt} is null) as templates,
    (select ${channels.slug} from ${insights} join ${channels} on ${channels.id} = ${insights.channelId}
      where ${insights.authorId} = ${sql.placeholder("person")} order by ${insights.seq} desc limit 1) as "lastChannel"`,
);

/** What a form may begin with, in one question: the templates on offer, and the channel this person named last. */
export async function findBeginnings(personId: string): Promise<{
  templates: Template[];
  lastChannel: string | undefined;
}> {
  const [row] = await beginnings({ person: personId });
  return { templates: (row?.templates ?? []).map(asTemplate), lastChannel: row?.lastChannel ?? undefined };
}
