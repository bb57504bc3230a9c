import { type SQL, sql } from "drizzle-orm";
import {
  approaches,
  contacts,
  departmentSources,
  questionsToAsk,
  summarySentences,
} from "#db/schema/department-entries.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { EventName } from "../events/event.ts";
import { approachDraft } from "./approach.ts";
import { contactDraft } from "./contact.ts";
import type { FieldProblems, ManyKind, SentFields } from "./entry.ts";
import { readFields } from "./entry-fields.ts";
import { questionDraft } from "./question-to-ask.ts";
import { sentenceDraft } from "./sentence.ts";
import { sourceDraft } from "./source.ts";

const schemas = {
  contact: contactDraft,
  source: sourceDraft,
  approach: approachDraft,
  question: questionDraft,
  sentence: sentenceDraft,
};

/** Their tables share the columns of an entry; what else they have is the draft's. */
export const entryTables = {
  contact: contacts,
  source: departmentSources as unknown as typeof contacts,
  approach: approaches as unknown as typeof contacts,
  question: questionsToAsk as unknown as typeof contacts,
  sentence: summarySentences as unknown as typeof contacts,
};

export const entryEvents: Record<ManyKind, EventName> = {
  contact: "contact.changed",
  source: "source.changed",
  approach: "approach.changed",
  question: "question-to-ask.changed",
  sentence: "summary.changed",
};

/** What an entry says, as its own table's columns, and as words for its history. */
export type EntryDraft = { row: Record<string, unknown>; said: Record<string, string> };

/** An entry of this kind from whatever was sent, or what is wrong with it. */
export function readEntry(
  kind: ManyKind,
  sent: SentFields,
): { draft: EntryDraft } | { problems: FieldProblems } {
  const read = readFields<Record<string, unknown>>(schemas[kind] as never, sent);
  if ("problems" in read) return read;
  const { turn, ...row } = read.draft;
  const said = Object.fromEntries(
    Object.entries(read.draft).map(([name, value]) => [name, String(value ?? "")]),
  );
  return { draft: { row: turn === undefined ? row : { ...row, turnId: personCalled(String(turn)) }, said } };
}

/** Nobody when there is none of that handle any more. */
function personCalled(handle: string): SQL {
  return sql`(select ${people.id} from ${people} where ${people.handle} = ${handle} and ${people.disabledAt} is null)`;
}
