import { runTransaction } from "#db/run-transaction.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import type { CsvScope } from "./insights-csv.server.ts";

/** Notes in the ledger who takes which insights out of Corridor, before the first row leaves. */
export function recordExport({ person, scope }: { person: Person; scope: CsvScope }): Promise<void> {
  const isDepartment = scope !== "all" && "departmentId" in scope;
  return runTransaction((tx) =>
    recordEvent(tx, {
      name: "insights.exported",
      actorId: person.id,
      subjectId: isDepartment ? scope.departmentId : null,
      fields: [nameOf(scope)],
    }),
  );
}

/** What was taken out. Of a search never its words: the ledger holds no text. */
function nameOf(scope: CsvScope): string {
  if (scope === "all") return "all";
  if ("departmentId" in scope) return "department";
  return "searched" in scope ? "search" : `week ${scope.heardWeek}`;
}
