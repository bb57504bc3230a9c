import { and, eq, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentProfiles } from "#db/schema/department-entries.server.ts";
import type { Person } from "../people/person.ts";
import type { EntryOutcome } from "./entry.ts";
import { lockDepartment } from "./lock-department.server.ts";
import type { ProfileDraft } from "./profile.ts";
import { recordRevision, saysSoAlready } from "./record-revision.server.ts";

/** `version` is the one its writer began from, 0 when there was none. */
type Saving = { person: Pick<Person, "id">; departmentId: string; version: number; draft: ProfileDraft };

/** Writes a department's profile as its next version. The caller has asked `canKeepProfile`. */
export function saveProfile({ person, departmentId, version, draft }: Saving): Promise<EntryOutcome> {
  return runTransaction<EntryOutcome>(async (tx) => {
    if (!(await lockDepartment(tx, departmentId))) return { outcome: "not-there" };
    const row = { ...draft, version: version + 1, editedBy: person.id };
    const saved =
      version === 0
        ? await tx
            .insert(departmentProfiles)
            .values({ departmentId, ...row })
            .onConflictDoNothing()
            .returning({ id: departmentProfiles.departmentId })
        : await tx
            .update(departmentProfiles)
            .set({ ...row, editedAt: sql`now()` })
            .where(
              and(eq(departmentProfiles.departmentId, departmentId), eq(departmentProfiles.version, version)),
            )
            .returning({ id: departmentProfiles.departmentId });
    const fields = { ...draft, rhythm: draft.rhythm ?? "" };
    if (saved.length === 0) {
      const isSaid = await saysSoAlready(tx, { subjectId: departmentId, fields });
      return { outcome: isSaid ? "done" : "changed-meanwhile" };
    }
    await recordRevision(tx, {
      event: "department.profile-changed",
      departmentId,
      kind: "profile",
      subjectId: departmentId,
      version: version + 1,
      fields,
      editedBy: person.id,
    });
    return { outcome: "done" };
  });
}
