import type { ActionFunctionArgs } from "@remix-run/node";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { mondayOfWeekName, weekName } from "../settings/calendar.ts";
import { answerWithCsv, onlyByForm } from "./answer-with-csv.server.ts";

/** What was heard in a week, as CSV, under the reader's own rights. */
export async function action({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const person = await requirePerson(request, context);
  const monday = mondayOfWeekName(params.week ?? "");
  if (!monday) return notFound();
  return answerWithCsv({ person, scope: { heardWeek: monday }, name: weekName(monday), context });
}

export const loader = onlyByForm;
