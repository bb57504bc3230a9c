import { canRead } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { type FilterName, filterFields, filterNames } from "#app/search/filter-choices.ts";
import type { SearchRequest } from "#app/search/search-request.ts";
import { db } from "#db/client.server.ts";

export type Row = {
  id: string;
  text: string;
  visibility: "staff" | "team" | "me";
  teamId: string;
  authorId: string;
  heardOn: string;
  reviewOn: string | null;
  superseded: boolean;
  gone: boolean;
} & Record<FilterName, string[]>;

/** Every insight as the tables hold it. */
export async function readLibrary(): Promise<Row[]> {
  const rows = await db.execute<Row>(`
    select i.id, i.plain_text as text, i.visibility, i.team_id as "teamId", i.author_id as "authorId",
      i.heard_on::text as "heardOn", i.review_on::text as "reviewOn", i.superseded_by_id is not null as superseded, i.withdrawn_at is not null or i.hidden_at is not null as gone,
      array[i.kind::text] as kind, array[c.slug] as channel, array[t.slug] as team,
      array(select d.slug from insight_departments x join departments d on d.id = x.department_id
        where x.insight_id = i.id) as department,
      array(select g.name from insight_tags x join tags g on g.id = x.tag_id where x.insight_id = i.id) as tag
    from insights i join channels c on c.id = i.channel_id join teams t on t.id = i.team_id`);
  return [...rows];
}

/** Whether the words of a request match a text. */
export type Matching = (text: string, words: readonly string[]) => boolean;

export const allWords: Matching = (text, words) => words.every((word) => text.includes(word));
export const firstWord: Matching = (text, words) => words.length === 0 || text.includes(words[0] ?? "");
export const anyWord: Matching = (text, words) =>
  words.length === 0 || words.some((word) => text.includes(word));

type Asked = { rows: readonly Row[]; person: Person; request: SearchRequest; matching: Matching };

/** What a search should find, ignoring one of its filters if told to. */
export function shouldFind({ rows, person, request, matching }: Asked, ignored?: FilterName): Row[] {
  const words = request.q.split(" ").filter(Boolean);
  return rows.filter(
    (row) =>
      !row.gone &&
      canRead(person, row) &&
      matching(row.text, words) &&
      (!request.from || row.heardOn >= request.from) &&
      (!request.to || row.heardOn <= request.to) &&
      (!request.fresh || (!row.superseded && (row.reviewOn === null || row.reviewOn > request.fresh))) &&
      filterNames.every((name) => {
        const chosen: readonly string[] = request[filterFields[name]];
        return name === ignored || chosen.length === 0 || row[name].some((value) => chosen.includes(value));
      }),
  );
}

export function shouldCount(asked: Asked): Map<FilterName, Map<string, number>> {
  const counted = filterNames.map((name) => {
    const counts = new Map<string, number>();
    for (const row of shouldFind(asked, name)) {
      for (const value of row[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [name, counts] as const;
  });
  return new Map(counted);
}
