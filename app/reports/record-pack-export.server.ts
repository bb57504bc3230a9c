import { runTransaction } from "#db/run-transaction.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";

type Exporting = { person: Pick<Person, "id">; departmentId: string };

/** Notes in the ledger who takes a department's handover pack out of Corridor, before it leaves. */
export function recordPackExport({ person, departmentId }: Exporting): Promise<void> {
  return runTransaction((tx) =>
    recordEvent(tx, { name: "handover-pack.exported", actorId: person.id, subjectId: departmentId }),
  );
}
