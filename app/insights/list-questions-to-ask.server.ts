import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { questionAnswers, questionsToAsk } from "#db/schema/department-entries.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { QuestionToAsk } from "../departments/question-to-ask.ts";
import type { Person } from "../people/person.ts";
import { readableByReader, readerValues } from "./readable.server.ts";

export type AskedQuestion = QuestionToAsk & {
  /** Insights that answered it and that this person may read: open while there is none. */
  answers: { id: string; heardOn: string }[];
};

/** What is to be asked of a department, each with the answers its reader may read. */
export const questionsToAskOf = (
  departmentId: SQL,
) => sql`select ${questionsToAsk.id}, ${questionsToAsk.version}, question,
      json_build_object('by', people.name, 'handle', people.handle, 'at', noted_at) as noted, answers
    from ${questionsToAsk}
    join ${people} on people.id = noted_by
    cross join lateral (
      select coalesce(json_agg(json_build_object('id', ${insights.id}, 'heardOn', ${insights.heardOn})
        order by ${insights.heardOn}), '[]') as answers
      from ${questionAnswers} join ${insights} on ${insights.id} = ${questionAnswers.insightId}
      where ${questionAnswers.questionId} = ${questionsToAsk.id} and ${readableByReader()}) as answered
    where ${questionsToAsk.departmentId} = ${departmentId} and removed_at is null
    order by noted_at
    limit 200`;

const questions = preparedStatement<AskedQuestion>(() =>
  questionsToAskOf(sql`${sql.placeholder("departmentId")}::uuid`),
);

type Asked = { person: Pick<Person, "id" | "team">; departmentId: string };

/** What is to be asked of a department, the oldest first, with the answers this person may read. */
export function listQuestionsToAsk({ person, departmentId }: Asked): Promise<AskedQuestion[]> {
  return questions({ departmentId, ...readerValues(person) });
}
