import { runTransaction } from "#db/run-transaction.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import type { EnquiryFilter } from "./list-enquiries.server.ts";

/** Notes in the ledger who takes enquiries out of Corridor, before the first row leaves, and by what they were chosen. */
export function recordEnquiryExport({
  person,
  filter,
}: {
  person: Person;
  filter: EnquiryFilter;
}): Promise<void> {
  const chosen = Object.entries(filter).filter(([, value]) => value !== undefined);
  return runTransaction((tx) =>
    recordEvent(tx, {
      name: "enquiries.exported",
      actorId: person.id,
      subjectId: null,
      fields: chosen.length > 0 ? chosen.map(([name]) => name) : ["all"],
    }),
  );
}
