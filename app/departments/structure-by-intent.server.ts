import type { SQL } from "drizzle-orm";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { closeDepartment } from "./close-department.server.ts";
import { departmentKinds } from "./department.ts";
import { departmentName, namesIn } from "./department-draft.ts";
import { mergeDepartments } from "./merge-departments.server.ts";
import { moveDepartment } from "./move-department.server.ts";
import { renameDepartment } from "./rename-department.server.ts";
import { setNicknames } from "./set-nicknames.server.ts";
import { splitDepartment } from "./split-department.server.ts";
import { refuse, type StructureOutcome } from "./structure-change.ts";
import { undoStructureChange } from "./undo-structure-change.server.ts";

type Asked = {
  person: Pick<Person, "id">;
  slug: string;
  intent: string;
  /** A field of the form, empty when it was not sent. */
  sent: (name: string) => string;
  today: Day;
  /** Which insights this person may read: a condition on `insights`. */
  readable: SQL;
};

/** Does with a department's place in the tree what a form asks; undefined when there is no such thing to do. */
export async function structureByIntent({
  person,
  slug,
  intent,
  sent,
  today,
  readable,
}: Asked): Promise<StructureOutcome | undefined> {
  const about = { person, slug };
  switch (intent) {
    case "rename": {
      const name = departmentName.safeParse(sent("name"));
      if (!name.success) return refuse("name", name.error.issues[0]?.message ?? "Write its name");
      return renameDepartment({ ...about, name: name.data });
    }
    case "nicknames":
      return setNicknames({ ...about, nicknames: namesIn(sent("nicknames").slice(0, 2_000)) });
    case "move": {
      const kind = departmentKinds.find((one) => one === sent("kind"));
      if (!kind) return refuse("kind", "Choose a kind from the list");
      return moveDepartment({ ...about, parent: sent("parent"), kind });
    }
    case "merge":
      return mergeDepartments({ ...about, into: sent("into"), today });
    case "split": {
      const names = namesIn(sent("names").slice(0, 4_000).replaceAll(/[,;]/g, " "));
      const wrong = names.find((name) => !departmentName.safeParse(name).success);
      if (wrong) return refuse("names", "A name takes at most 120 characters");
      return splitDepartment({ ...about, names, today });
    }
    case "close":
    case "reopen":
      return closeDepartment({ ...about, closed: intent === "close" });
    case "undo":
      return undoStructureChange({ person, id: sent("change"), readable });
    default:
      return undefined;
  }
}
