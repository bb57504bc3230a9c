import { and, eq, notInArray } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentAliases } from "#db/schema/departments.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { lockTree } from "./lock-tree.server.ts";
import type { StructureOutcome } from "./structure-change.ts";

type Setting = { person: Pick<Person, "id">; slug: string; nicknames: readonly string[] };

/** Says by which nicknames a department is found; its old names stay. The caller has asked `canKeepStructure`. */
export function setNicknames({ person, slug, nicknames }: Setting): Promise<StructureOutcome> {
  return runTransaction<StructureOutcome>(async (tx) => {
    const own = (await lockTree(tx)).find((one) => one.slug === slug);
    if (!own || own.mergedIntoId) return { outcome: "not-there" };
    const { departmentId, kind, name } = departmentAliases;
    const others = nicknames.length > 0 ? notInArray(name, [...nicknames]) : undefined;
    await tx.delete(departmentAliases).where(and(eq(departmentId, own.id), eq(kind, "nickname"), others));
    for (const nickname of nicknames) {
      await tx
        .insert(departmentAliases)
        .values({ id: newId(), departmentId: own.id, name: nickname, kind: "nickname" })
        .onConflictDoNothing();
    }
    const change = { name: "department.renamed", actorId: person.id, subjectId: own.id } as const;
    await recordEvent(tx, { ...change, fields: ["nicknames"] });
    return { outcome: "done", slug };
  });
}
