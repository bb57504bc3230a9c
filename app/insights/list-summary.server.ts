import { and, eq, sql } from "drizzle-orm";
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

const sentences = preparedStatement<SummarySentence>(
  () => sql`select ${summarySentences.id}, ${summarySentences.version}, sentence,
      json_build_object('by', people.name, 'at', ${summarySentences.editedAt}) as noted, citations
    from ${summarySentences}
    join ${people} on people.id = ${summarySentences.editedBy}
    cross join lateral (
      select coalesce(json_agg(json_build_object('id', ${insights.id}, 'text', left(${insights.plainText}, 400),
        'heardOn', ${insights.heardOn}, 'kind', ${insights.kind}, 'voices', ${insights.voices},
        'voiceTeams', ${insights.voiceTeams}, 'lastHeardOn', ${insights.lastHeardOn},
        'reviewOn', ${insights.reviewOn}, 'supersededById', (
          select ${newer.id} from ${insights} ${sql.identifier("newer")}
          where ${and(eq(newer.id, insights.supersededById), readableByReader(newer))}))
        order by ${insights.heardOn} desc), '[]') as citations
      from ${summaryCitations} join ${insights} on ${insights.id} = ${summaryCitations.insightId}
      where ${summaryCitations.sentenceId} = ${summarySentences.id} and ${readableByReader()}) as supported
    where ${summarySentences.departmentId} = ${sql.placeholder("departmentId")}::uuid
      and ${summarySentences.removedAt} is null
    order by ${summarySentences.position}, ${summarySentences.notedAt}`,
);

type Asked = { person: Pick<Person, "id" | "team">; departmentId: string };

/**
 * A department's standing summary, sentence by sentence, each with the insights that support it as far as this person
 * may read them: of others nothing is shown nor counted.
 */
export async function listSummary({ person, departmentId }: Asked): Promise<SummarySentence[]> {
  const found = await sentences({ departmentId, ...readerValues(person) });
  return found.map((sentence) => ({
    ...sentence,
    citations: sentence.citations.map((cited) => ({ ...cited, text: excerpt(cited.text, 90) })),
  }));
}
