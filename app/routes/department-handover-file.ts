import type { ActionFunctionArgs } from "@remix-run/node";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { throttleExport } from "../http/throttle.server.ts";
import { findHandoverPack } from "../reports/find-handover-pack.server.ts";
import { handoverMarkdown } from "../reports/handover-markdown.ts";
import { recordPackExport } from "../reports/record-pack-export.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { onlyByForm } from "./answer-with-csv.server.ts";
import { fileAnswer } from "./csv-answer.server.ts";
import { leadOn } from "./require-department.server.ts";

/** A department's handover pack as Markdown, under the reader's own rights: counted, and noted who took it out. */
export async function action({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const person = await requirePerson(request, context);
  const today = dayIn((await findLibrarySettings()).timeZone, new Date());
  const found = await findHandoverPack({ person, slug: params.slug ?? "", today });
  if (!found) return notFound();
  const { pack, department } = found;
  leadOn(department, request);
  await throttleExport(person);
  await recordPackExport({ person, departmentId: department.id });
  return fileAnswer(
    handoverMarkdown({ pack, by: person.name, today, origin: context.origin }),
    `handover-${department.slug}-${today}.md`,
    "text/markdown",
  );
}

export const loader = onlyByForm;
