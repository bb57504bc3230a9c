import type { Person } from "../people/person.ts";
import { addEntry } from "./add-entry.server.ts";
import { changeEntry } from "./change-entry.server.ts";
import type { EntryOutcome, FieldProblems, ManyKind, SentFields } from "./entry.ts";
import { readEntry } from "./entry-tables.server.ts";
import type { DepartmentProfile } from "./find-department.server.ts";
import { findEntry } from "./find-entry.server.ts";
import { type FieldsMeeting, findMeeting } from "./find-meeting.server.ts";
import { canAddEntry, canChangeEntry } from "./policy.ts";
import { removeEntry } from "./remove-entry.server.ts";

type SentEntry = { intent: string; id: string; version: string; fields: SentFields };

type Asked = { person: Person; department: DepartmentProfile; kind: ManyKind; sent: SentEntry };

export type EntryAnswer =
  | Exclude<EntryOutcome, { outcome: "changed-meanwhile" }>
  | { outcome: "unknown" }
  | { outcome: "met"; problems: FieldProblems; meeting: FieldsMeeting };

/** Does with an entry what a form asks, for those who may. What is not theirs to do is not there for them. */
export async function entryByIntent({ person, department, kind, sent }: Asked): Promise<EntryAnswer> {
  const { intent, id } = sent;
  const about = { person, departmentId: department.id, kind, id };
  if (!["add", "change", "remove", "restore"].includes(intent)) return { outcome: "unknown" };
  if (intent === "add") {
    if (!canAddEntry(person, kind, department)) return { outcome: "not-there" };
    const read = readEntry(kind, sent.fields);
    if ("problems" in read) return { outcome: "refused", problems: read.problems };
    return settled(await addEntry({ ...about, draft: read.draft }));
  }
  const entry = await findEntry(about);
  if (!entry || !canChangeEntry(person, kind, department, entry)) return { outcome: "not-there" };
  if (intent !== "change") return settled(await removeEntry({ ...about, removed: intent === "remove" }));
  const read = readEntry(kind, sent.fields);
  if ("problems" in read) return { outcome: "refused", problems: read.problems };
  const version = Number(sent.version);
  if (!Number.isSafeInteger(version) || version < 1 || version > 1_000_000) return { outcome: "unknown" };
  const changed = await changeEntry({ ...about, version, draft: read.draft });
  if (changed.outcome !== "changed-meanwhile") return settled(changed);
  const meeting = await findMeeting({ subjectId: id, begunFrom: version, mine: sent.fields });
  return meeting ? { outcome: "met", problems: {}, meeting } : { outcome: "not-there" };
}

function settled(outcome: EntryOutcome): EntryAnswer {
  return outcome.outcome === "changed-meanwhile" ? { outcome: "not-there" } : outcome;
}
