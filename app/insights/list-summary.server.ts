import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { summaryCitations, summarySentences } from "#db/schema/department-entries.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Person } from "../people/person.ts";
import { excerpt } from "../text/excerpt.ts";
import { readableByReader, readerValues } from "./readable.server.ts";
import type { SummarySentence } from "./summary.ts";

const newer = alias(insights, "newer");

/** A department's sentences, each with the citations its reader may read. */
export const summaryOf = (
  departmentId: SQL,
) => sql`select ${summarySentences.id}, ${summarySentences.version}, sentence,
      json_build_object('by', people.name, 'at', ${summarySentences.editedAt}) as noted, citations
    from ${summarySentences}
    join ${people} on people.id = ${summarySentences.editedBy}
    cross join lateral (
      select coalesce(json_agg(json_build_object('id', ${insights.id}, 'text', left(${insights.plainText}, 400),
        'heardOn', ${insights.heardOn}, 'kind', ${insights.kind}, 'visibility', ${insights.visibility}, 'voices', ${insights.voices},
        'voiceTeams', ${insights.voiceTeams}, 'lastHeardOn', ${insights.lastHeardOn},
        'reviewOn', ${insights.reviewOn}, 'supersededById', (
          select ${newer.id} from ${insights} ${sql.identifier("newer")}
          where ${and(eq(newer.id, insights.supersededById), readableByReader(newer))}))
        order by ${insights.heardOn} desc), '[]') as citations
      from ${summaryCitations} join ${insights} on ${insights.id} = ${summaryCitations.insightId}
      where ${summaryCitations.sentenceId} = ${summarySentences.id} and ${readableByReader()}) as supported
    where ${summarySentences.departmentId} = ${departmentId}
      and ${summarySentences.removedAt} is null
    order by ${summarySentences.position}, ${summarySentences.notedAt}`;

const sentences = preparedStatement<SummarySentence>(() =>
  summaryOf(sql`${sql.placeholder("departmentId")}::uuid`),
);

type Asked = { person: Pick<Person, "id" | "team">; departmentId: string };

/**
 * A department's standing summary, sentence by sentence, each with the insights that support it as far as this person
 * may read them: of others nothing is shown nor counted.
 */
export async function listSummary({ person, departmentId }: Asked): Promise<SummarySentence[]> {
  return inShort(await sentences({ departmentId, ...readerValues(person) }));
}

/** With each citation's text cut to a line. */
export function inShort(found: readonly SummarySentence[]): SummarySentence[] {
  return found.map((sentence) => ({
    ...sentence,
    citations: sentence.citations.map((cited) => ({ ...cited, text: excerpt(cited.text, 90) })),
  }));
}
