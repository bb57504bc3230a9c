import {
  type Basis,
  basisNames,
  type InsightKind,
  insightKindNames,
  type Visibility,
  visibilityNames,
} from "../insights/insight.ts";
import { csvLine } from "../text/csv-cell.ts";
import type { Connection } from "./library-tables.server.ts";

const atOnce = 500;

export type ExportedInsight = {
  seq: number;
  id: string;
  body: string;
  departments: { slug: string; name: string }[];
  channel: string;
  phrase: string;
  heardOn: string;
  tags: string[];
  author: string;
  email: string;
  kind: InsightKind;
  basis: Basis;
  visibility: Visibility;
  withdrawn: boolean;
  hidden: boolean;
};

/** Every insight with the names that stand behind its ids, oldest first: for the operator's export alone. */
export async function* exportedInsights(sql: Connection): AsyncGenerator<ExportedInsight[]> {
  for (let after = 0; ; ) {
    const some = await sql<ExportedInsight[]>`
      select i.seq::float8 as seq, i.id, i.body, c.name as channel, c.phrase, i.heard_on::text as "heardOn", i.kind, i.basis,
        i.visibility, p.name as author, p.email, i.withdrawn_at is not null as withdrawn, i.hidden_at is not null as hidden,
        (select coalesce(json_agg(json_build_object('slug', d.slug, 'name', d.name) order by x.position), '[]')
          from insight_departments x join departments d on d.id = x.department_id where x.insight_id = i.id) as departments,
        (select coalesce(json_agg(t.name order by t.name), '[]')
          from insight_tags x join tags t on t.id = x.tag_id where x.insight_id = i.id) as tags
      from insights i join people p on p.id = i.author_id join channels c on c.id = i.channel_id
      where i.seq > ${after} order by i.seq limit ${atOnce}`;
    if (some.length > 0) yield some;
    after = some.at(-1)?.seq ?? after;
    if (some.length < atOnce) return;
  }
}

/** As the template for bringing in has them. */
export const csvHeadings = [
  "Text",
  "Departments",
  "Channel",
  "Date heard",
  "Tags",
  "Author",
  "Kind",
  "Basis",
  "Who may see it",
  "Number",
];

export function csvRow(insight: ExportedInsight): string {
  return csvLine([
    insight.body,
    insight.departments.map(({ name }) => name).join("; "),
    insight.channel,
    insight.heardOn,
    insight.tags.join("; "),
    insight.email,
    insightKindNames[insight.kind],
    basisNames[insight.basis].split(":")[0] ?? "",
    visibilityNames[insight.visibility],
    insight.id,
  ]);
}

/** An insight in its department's Markdown file. */
export function markdownOf(insight: ExportedInsight): string {
  const { heardOn, phrase, author, kind, visibility, withdrawn, hidden, tags, body } = insight;
  const facts = [
    insightKindNames[kind],
    visibilityNames[visibility],
    withdrawn && "withdrawn",
    hidden && "hidden",
  ];
  const about = `*${[...facts.filter(Boolean), ...tags.map((tag) => `#${tag}`)].join(" · ")}*`;
  return `## ${heardOn}, heard ${phrase} by ${author}\n\n${body}\n\n${about}\n\n`;
}
