import { isNull } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { contacts } from "#db/schema/department-entries.server.ts";
import { addEntryIn } from "../departments/add-entry.server.ts";
import { contactRoleNames, contactRoles } from "../departments/contact.ts";
import { readEntry } from "../departments/entry-tables.server.ts";
import { lockTree } from "../departments/lock-tree.server.ts";
import type { Person } from "../people/person.ts";
import { byOtherName, called } from "./bring-in-departments.server.ts";
import type { Columns, TableRow } from "./read-table.ts";
import { runTable } from "./run-table.server.ts";
import { nothingYet, type TableOutcome } from "./table-outcome.ts";

export const contactColumns: Columns = {
  name: ["contact", "person"],
  department: ["group", "unit", "school"],
  role: ["type"],
  place: ["where", "room", "office", "building"],
  does: ["what they do", "job", "job title", "position"],
  worksOn: ["works on", "what they work on", "topics", "research", "interests"],
  since: ["from"],
  until: ["to"],
};

type Bringing = { person: Pick<Person, "id">; rows: readonly TableRow[]; dry: boolean };

/**
 * Notes the contacts of a table, each in its department by any of its names. Who is noted there by that name already is
 * left as they are; a row with anything wrong is refused whole. `dry` only says what would become of each.
 */
export function bringInContacts({ person, rows, dry }: Bringing): Promise<TableOutcome> {
  return runTable({ dry }, async (tx) => {
    const all = await lockTree(tx);
    const noted = await tx
      .select({ departmentId: contacts.departmentId, name: contacts.name })
      .from(contacts)
      .where(isNull(contacts.removedAt));
    const keyOf = (departmentId: string, name: string) => `${departmentId} ${name.trim().toLowerCase()}`;
    const there = new Set(noted.map(({ departmentId, name }) => keyOf(departmentId, name)));
    const outcome = nothingYet();
    for (const { row, cells } of rows) {
      const refuse = (problem: string) => outcome.refused.push({ row, problem });
      const { department: where = "", ...said } = cells;
      const department = called(all, where) ?? (await byOtherName(tx, { all, name: where }));
      if (!department) {
        refuse(where ? `“${where.slice(0, 80)}” is not there` : "It does not say where");
        continue;
      }
      const read = readEntry("contact", { ...said, role: roleOf(said.role ?? "") });
      if ("problems" in read) {
        refuse(Object.values(read.problems).join(". "));
        continue;
      }
      const name = read.draft.said.name ?? "";
      if (there.has(keyOf(department.id, name))) {
        outcome.there.push({ row, name });
        continue;
      }
      const about = { person, departmentId: department.id, kind: "contact", id: newId() } as const;
      const added = await addEntryIn(tx, { ...about, draft: read.draft });
      if (added.outcome === "refused") refuse(Object.values(added.problems).join(". "));
      else if (added.outcome !== "done") refuse("It has gone into another");
      else {
        there.add(keyOf(department.id, name));
        outcome.added.push({ row, name: `${name}, ${department.name}` });
      }
    }
    return outcome;
  });
}

/** A role by its own word or by what we call it on screen; without one, `other`. */
function roleOf(said: string): string {
  if (said.trim() === "") return "other";
  const same = said.trim().toLowerCase();
  return contactRoles.find((role) => role === same || contactRoleNames[role].toLowerCase() === same) ?? said;
}
