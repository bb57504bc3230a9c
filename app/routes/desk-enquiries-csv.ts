import type { ActionFunctionArgs } from "@remix-run/node";
import { enquiryKindNames } from "../desk/enquiry.ts";
import { listEnquiries } from "../desk/list-enquiries.server.ts";
import { recordEnquiryExport } from "../desk/record-enquiry-export.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { throttleExport } from "../http/throttle.server.ts";
import { csvLine } from "../text/csv-cell.ts";
import { onlyByForm } from "./answer-with-csv.server.ts";
import { csvAnswer } from "./csv-answer.server.ts";
import { readEnquiryFilter } from "./read-enquiry-filter.server.ts";

const heading = ["Day", "Department", "Where", "Kind", "Effort", "Count"];
const perRead = 5_000;

/** The rows a page of enquiries lists, all of them, as a file that can be brought in again. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const person = await requirePerson(request, context);
  const { before: _, ...filter } = readEnquiryFilter(request);
  await throttleExport(person);
  await recordEnquiryExport({ person, filter });
  const encoder = new TextEncoder();
  let before: { askedOn: string; seq: number } | undefined;
  const file = new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(`\uFEFF${csvLine(heading)}`)),
    async pull(stream) {
      const rows = await listEnquiries({ ...filter, before, limit: perRead });
      const lines = rows.map(({ askedOn, department, source, kind, effort, count }) =>
        csvLine([
          askedOn,
          department?.name ?? "",
          source,
          enquiryKindNames[kind],
          effort === null ? "" : String(effort),
          String(count),
        ]),
      );
      if (lines.length > 0) stream.enqueue(encoder.encode(lines.join("")));
      before = rows.at(-1);
      if (rows.length < perRead) stream.close();
    },
  });
  return csvAnswer(file, "enquiries.csv");
}

export const loader = onlyByForm;
