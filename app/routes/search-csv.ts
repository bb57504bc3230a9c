import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePerson } from "../http/require-person.server.ts";
import { foundInSql } from "../search/found-in-sql.server.ts";
import { readSearch } from "../search/understand-request.server.ts";
import { answerWithCsv, onlyByForm } from "./answer-with-csv.server.ts";

/** What a search finds, as CSV, under the reader's own rights. */
export async function action({ request: sent, context }: ActionFunctionArgs): Promise<Response> {
  const person = await requirePerson(sent, context);
  const scope = async () => {
    const request = await readSearch({ person, parameters: new URL(sent.url).searchParams });
    return { searched: await foundInSql({ person, request }) };
  };
  return answerWithCsv({ person, scope, name: "search", context });
}

export const loader = onlyByForm;
