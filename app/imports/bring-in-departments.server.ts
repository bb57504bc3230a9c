import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departmentAliases, departmentLiaisons } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import { insertDepartment } from "../departments/add-department.server.ts";
import { type DepartmentKind, departmentKindNames, departmentKinds } from "../departments/department.ts";
import { departmentName, namesIn } from "../departments/department-draft.ts";
import { lockTree, type TreeEntry } from "../departments/lock-tree.server.ts";
import { recordStructureChange } from "../departments/record-structure-change.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import type { Columns, TableRow } from "./read-table.ts";
import { runTable } from "./run-table.server.ts";
import { nothingYet, type TableOutcome } from "./table-outcome.ts";

export const departmentColumns: Columns = {
  name: ["department", "group", "unit"],
  kind: ["type"],
  parent: ["beneath", "part of", "faculty"],
  nicknames: ["nickname", "aliases", "also called"],
  liaisons: ["liaison", "owner", "librarian"],
};

type Bringing = { person: Pick<Person, "id">; rows: readonly TableRow[]; today: Day; dry: boolean };

/**
 * Adds the departments of a table, in its order, so that one may stand beneath another above it. What is there by that
 * name is left as it is; a row with anything wrong is refused whole. `dry` only says what would become of each.
 */
export function bringInDepartments({ person, rows, today, dry }: Bringing): Promise<TableOutcome> {
  return runTable({ dry }, async (tx) => {
    const all = await lockTree(tx);
    const outcome = nothingYet();
    for (const { row, cells } of rows) {
      const name = departmentName.safeParse(cells.name ?? "");
      if (!name.success) {
        outcome.refused.push({ row, problem: name.error.issues[0]?.message ?? "Write its name" });
        continue;
      }
      if (called(all, name.data)) {
        outcome.there.push({ row, name: name.data });
        continue;
      }
      const read = await readRow(tx, { all, cells });
      if ("problem" in read) {
        outcome.refused.push({ row, problem: read.problem });
        continue;
      }
      const { kind, parent, nicknames, liaisons } = read;
      const id = newId();
      const draft = { name: name.data, kind, nicknames };
      const slug = await insertDepartment(tx, { all, id, draft, parentId: parent?.id ?? null });
      for (const [at, personId] of liaisons.entries()) {
        const part = at === 0 ? "owner" : "co-owner";
        await tx
          .insert(departmentLiaisons)
          .values({ id: newId(), departmentId: id, personId, part, fromDate: today });
      }
      const details = { from: "a table" };
      await recordStructureChange(tx, { kind: "added", departmentId: id, details, madeBy: person.id });
      all.push({
        id,
        slug,
        name: name.data,
        kind,
        parentId: parent?.id ?? null,
        closed: false,
        mergedIntoId: null,
      });
      outcome.added.push({ row, name: name.data });
    }
    return outcome;
  });
}

type ReadRow = { kind: DepartmentKind; parent?: TreeEntry; nicknames: string[]; liaisons: string[] };
type Reading = { all: readonly TreeEntry[]; cells: Record<string, string> };

async function readRow(tx: Tx, { all, cells }: Reading): Promise<ReadRow | { problem: string }> {
  const said = (cells.kind ?? "").toLowerCase().replaceAll(/\s+/g, "-");
  const kind =
    said === ""
      ? "department"
      : departmentKinds.find(
          (one) => one === said || departmentKindNames[one].toLowerCase() === cells.kind?.toLowerCase(),
        );
  if (!kind)
    return { problem: `There is no kind “${cells.kind?.slice(0, 40)}”: ${departmentKinds.join(", ")}` };
  const parent = cells.parent
    ? (called(all, cells.parent) ?? (await byOtherName(tx, { all, name: cells.parent })))
    : undefined;
  if (cells.parent && !parent)
    return { problem: `“${cells.parent.slice(0, 80)}” is not there: it must stand above` };
  const liaisons: string[] = [];
  for (const each of namesIn(cells.liaisons ?? "")) {
    const [found] = await tx
      .select({ id: people.id })
      .from(people)
      .where(sql`(lower(${people.email}) = lower(${each}) or ${people.handle} = lower(${each.replace(/^@/, "")}))
        and ${people.disabledAt} is null`);
    if (!found) return { problem: `Nobody here is “${each.slice(0, 80)}”: write e-mail addresses` };
    if (!liaisons.includes(found.id)) liaisons.push(found.id);
  }
  return { kind, parent, nicknames: namesIn(cells.nicknames ?? ""), liaisons };
}

/** An open one by its name or address. */
export function called(all: readonly TreeEntry[], name: string): TreeEntry | undefined {
  const same = name.trim().toLowerCase();
  return all.find((one) => !one.closed && (one.name.toLowerCase() === same || one.slug === same));
}

/** An open one by a nickname or a name it used to have. */
export async function byOtherName(
  tx: Tx,
  { all, name }: { all: readonly TreeEntry[]; name: string },
): Promise<TreeEntry | undefined> {
  const found = await tx
    .select({ id: departmentAliases.departmentId })
    .from(departmentAliases)
    .where(eq(sql`lower(${departmentAliases.name})`, name.trim().toLowerCase()));
  const open = all.filter((one) => !one.closed && found.some(({ id }) => id === one.id));
  return open.length === 1 ? open[0] : undefined;
}
