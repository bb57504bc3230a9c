import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { findEnquiryImport } from "../imports/find-enquiry-import.server.ts";
import { canOpenImport } from "../imports/policy.ts";
import { problemFile } from "../imports/problem-file.server.ts";
import { csvAnswer } from "./csv-answer.server.ts";

/** The refused rows of a file of enquiries, for whoever brought it in alone. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const found = await findEnquiryImport({ person, id: params.id ?? "" });
  if (!found || !canOpenImport(person, found)) return notFound();
  const { id, headings } = found;
  return csvAnswer(
    createReadableStreamFromReadable(Readable.from(problemFile({ id, headings }), { objectMode: false })),
    "refused-rows.csv",
  );
}
