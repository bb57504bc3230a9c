import type { LoaderFunctionArgs } from "@remix-run/node";
import { listDepartments } from "../departments/list-departments.server.ts";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { canImport } from "../imports/policy.ts";
import { templateFile } from "../imports/template.ts";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import { csvAnswer } from "./csv-answer.server.ts";

/** A file to fill in, its example about a department and a channel there are. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canImport(person)) return forbidden();
  const [departments, channels] = await Promise.all([listDepartments(), listChannels()]);
  const file = templateFile({
    department: departments.find(({ closed }) => !closed)?.name ?? "Informatics",
    channel: channels[0]?.name ?? "Coffee",
    author: person.handle,
  });
  return csvAnswer(file, "corridor-template.csv");
}
