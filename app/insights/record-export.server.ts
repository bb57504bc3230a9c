import { runTransaction } from "#db/run-transaction.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import type { CsvScope } from "./insights-csv.server.ts";

/** Notes in the ledger who takes which insights out of Corridor, before the first row leaves. */
export function recordExport({ person, scope }: { person: Person; scope: CsvScope }): Promise<void> {
  const isDepartment = scope !== "all" && "departmentId" in scope;
  const what = scope === "all" ? "all" : isDepartment ? "department" : `week ${scope.heardWeek}`;
  return runTransaction((tx) =>
    recordEvent(tx, {
      name: "insights.exported",
      actorId: person.id,
      subjectId: isDepartment ? scope.departmentId : null,
      fields: [what],
    }),
  );
}
