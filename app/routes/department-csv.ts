import type { ActionFunctionArgs } from "@remix-run/node";
import { findDepartment } from "../departments/find-department.server.ts";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { answerWithCsv, onlyByForm } from "./answer-with-csv.server.ts";

/** What colleagues know of a department, as CSV, under the reader's own rights. */
export async function action({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const person = await requirePerson(request, context);
  const department = await findDepartment(params.slug ?? "");
  if (!department) return notFound();
  return answerWithCsv({ person, scope: { departmentId: department.id }, name: department.slug, context });
}

export const loader = onlyByForm;
