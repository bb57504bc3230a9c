import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/server-runtime";
import { throttleExport } from "../http/throttle.server.ts";
import { type CsvScope, insightsCsv } from "../insights/insights-csv.server.ts";
import { recordExport } from "../insights/record-export.server.ts";
import type { Person } from "../people/person.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { csvAnswer } from "./csv-answer.server.ts";

type Asked = {
  person: Person;
  /** Or how to find out, which is not begun for whoever has taken out too many. */
  scope: CsvScope | (() => Promise<CsvScope>);
  name: string;
  context: AppLoadContext;
};

/** A file of insights for this person: counted, noted in the ledger, then sent as it is read. */
export async function answerWithCsv({ person, scope: asked, name, context }: Asked): Promise<Response> {
  await throttleExport(person);
  const scope = typeof asked === "function" ? await asked() : asked;
  const { timeZone } = await findLibrarySettings();
  const at = new Date();
  await recordExport({ person, scope });
  const lines = insightsCsv({ person, scope, origin: context.origin, at });
  return csvAnswer(
    createReadableStreamFromReadable(Readable.from(lines, { objectMode: false })),
    `${name}-${dayIn(timeZone, at)}.csv`,
  );
}

/** A file is asked for by a form, never by an address somebody may have been sent. */
export function onlyByForm(): never {
  throw new Response("Method not allowed", { status: 405, statusText: "Method Not Allowed" });
}
