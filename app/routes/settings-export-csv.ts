import type { ActionFunctionArgs } from "@remix-run/node";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { canExportLibrary } from "../upkeep/policy.ts";
import { answerWithCsv, onlyByForm } from "./answer-with-csv.server.ts";

/** Every insight this administrator may read, as CSV: being one gives no further sight. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const person = await requirePerson(request, context);
  if (!canExportLibrary(person)) return forbidden();
  return answerWithCsv({ person, scope: "all", name: "all-insights", context });
}

export const loader = onlyByForm;
