import { newId } from "#db/new-id.server.ts";
import { addDepartment } from "../departments/add-department.server.ts";
import { departmentDraft } from "../departments/department-draft.ts";
import type { Person } from "../people/person.ts";
import type { UnknownValue } from "./import.ts";

/**
 * Adds the departments a file names and the library does not know, as they are spelt there and at the top of the tree: a library's
 * first file comes before its departments. What cannot be a name stays unknown. How many were added.
 */
export async function makeDepartments({
  person,
  unknown,
}: {
  person: Person;
  unknown: readonly UnknownValue[];
}): Promise<number> {
  let made = 0;
  for (const { of, value } of unknown) {
    if (of !== "departments") continue;
    const draft = departmentDraft.safeParse({ name: value, kind: "department", parent: "", nicknames: "" });
    if (!draft.success) continue;
    const added = await addDepartment({ person, id: newId(), draft: draft.data });
    if (added.outcome === "done") made += 1;
  }
  return made;
}
