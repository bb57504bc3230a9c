import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import type { LastContact } from "../departments/rhythm.ts";
import type { Person } from "../people/person.ts";
import { lastContactWithWay } from "./last-contact.server.ts";
import { type AskedQuestion, questionsToAskOf } from "./list-questions-to-ask.server.ts";
import { inShort, summaryOf } from "./list-summary.server.ts";
import { readableByReader, readerValues } from "./readable.server.ts";
import type { SummarySentence } from "./summary.ts";

/** What a department's page opens with of all that was heard, as far as its reader may read it. */
export type Knowledge = {
  lastContact: LastContact;
  sentences: SummarySentence[];
  questions: AskedQuestion[];
};

const all = (rows: SQL) => sql`(select coalesce(json_agg(one), '[]') from (${rows}) as one)`;

const knowledge = preparedStatement<Knowledge>(
  () => sql`select ${lastContactWithWay(sql`own.id`, readableByReader())} as "lastContact",
      ${all(summaryOf(sql`own.id`))} as sentences, ${all(questionsToAskOf(sql`own.id`))} as questions
    from ${departments} own where own.slug = ${sql.placeholder("slug")}`,
);

type Asked = { person: Pick<Person, "id" | "team">; slug: string };

/** The last contact, the standing summary and what is to be asked, in one round trip; undefined without a department. */
export async function findKnowledge({ person, slug }: Asked): Promise<Knowledge | undefined> {
  const [found] = await knowledge({ slug: slug.replaceAll("\0", ""), ...readerValues(person) });
  return found && { ...found, sentences: inShort(found.sentences) };
}
