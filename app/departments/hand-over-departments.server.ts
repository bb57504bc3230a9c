import { createHash } from "node:crypto";
import { and, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departmentLiaisons } from "#db/schema/departments.server.ts";
import { departmentHandovers } from "#db/schema/handovers.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Day } from "../settings/calendar.ts";
import { beginHandover } from "./begin-handover.server.ts";
import type { HandoverProblems } from "./handover.ts";
import { lockDepartments } from "./lock-departments.server.ts";

type HandingOver = {
  /** People's ids. */
  from: string;
  to: string;
  /** Ids of departments; all that `from` looks after now without them. */
  departmentIds?: readonly string[];
  /** From when on, and until when: for good without a day. */
  startsOn: Day;
  endsOn?: Day | null;
  today: Day;
  actorId: string;
  /** Made with the form: sent twice, it hands over once. */
  key?: string;
};

export type HandedOver =
  | { outcome: "handed-over"; handoverIds: string[] }
  | { outcome: "refused"; problems: HandoverProblems };

/**
 * Gives departments of one liaison to another, as owner or co-owner as they were: at once, or on the day it is to begin.
 * The caller has asked `canHandOver`.
 */
export async function handOverDepartments(tx: Tx, handing: HandingOver): Promise<HandedOver> {
  const { from, to, startsOn, endsOn = null, today, actorId } = handing;
  const problems: HandoverProblems = {
    ...(from === to && { to: "Choose somebody else" }),
    ...(startsOn < today && { startsOn: "It begins today or later" }),
    ...(endsOn !== null && endsOn <= startsOn && { endsOn: "It ends after it begins" }),
    ...(!(await canTakeOver(tx, to)) && { to: "Choose a liaison or an editor who works here" }),
  };
  if (Object.keys(problems).length > 0) return { outcome: "refused", problems };
  const parts = await lockParts(tx, handing);
  const idFor = (departmentId: string) => (handing.key ? idOf(handing.key, departmentId) : newId());
  const sentBefore = handing.key ? await idsMade(tx, handing) : [];
  if (sentBefore.length > 0) return { outcome: "handed-over", handoverIds: sentBefore };
  if (parts.length === 0) {
    return { outcome: "refused", problems: { departments: "They look after none of these now" } };
  }
  const ids = parts.map(({ departmentId }) => departmentId);
  if (await isOnItsWay(tx, { ids, from, startsOn, endsOn })) {
    return { outcome: "refused", problems: { departments: "That is planned already: see beneath" } };
  }
  const handoverIds: string[] = [];
  for (const { departmentId, part } of parts) {
    const handover = {
      id: idFor(departmentId),
      departmentId,
      fromPersonId: from,
      toPersonId: to,
      part,
      startsOn,
      endsOn,
      orderedBy: actorId,
    };
    await tx.insert(departmentHandovers).values(handover);
    await recordEvent(tx, { name: "handover.ordered", actorId, subjectId: handover.id });
    if (startsOn <= today) await beginHandover(tx, { handover, actorId });
    handoverIds.push(handover.id);
  }
  return { outcome: "handed-over", handoverIds };
}

/** Assistants look after no department. */
export async function canTakeOver(tx: Tx, personId: string): Promise<boolean> {
  const [person] = await tx
    .select({ role: people.role })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
  return person !== undefined && person.role !== "assistant";
}

/** What of these a person looks after now, kept from changing until the transaction ends. */
async function lockParts(tx: Tx, { from, departmentIds }: HandingOver) {
  const { departmentId, part, personId, untilDate } = departmentLiaisons;
  const theirs = and(
    eq(personId, from),
    isNull(untilDate),
    departmentIds && inArray(departmentId, [...departmentIds]),
  );
  const found = await tx.select({ departmentId }).from(departmentLiaisons).where(theirs);
  await lockDepartments(
    tx,
    found.map((each) => each.departmentId),
  );
  return tx
    .select({ departmentId, part })
    .from(departmentLiaisons)
    .where(theirs)
    .orderBy(departmentLiaisons.departmentId);
}

/** The same for the same form and department. */
function idOf(key: string, departmentId: string): string {
  const hex = createHash("sha256").update(`${key} ${departmentId}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** What this form has made already. */
async function idsMade(tx: Tx, { key = "", departmentIds = [] }: HandingOver): Promise<string[]> {
  if (departmentIds.length === 0) return [];
  const ids = departmentIds.map((departmentId) => idOf(key, departmentId));
  const made = await tx
    .select({ id: departmentHandovers.id })
    .from(departmentHandovers)
    .where(inArray(departmentHandovers.id, ids));
  return made.map(({ id }) => id);
}

type Span = { ids: readonly string[]; from: string; startsOn: Day; endsOn: Day | null };

/** Whether one of these is to go from the same person in the same days anyhow. */
async function isOnItsWay(tx: Tx, { ids, from, startsOn, endsOn }: Span): Promise<boolean> {
  const planned = departmentHandovers;
  const [one] = await tx
    .select({ id: planned.id })
    .from(planned)
    .where(
      and(
        inArray(planned.departmentId, [...ids]),
        eq(planned.fromPersonId, from),
        isNull(planned.startedAt),
        isNull(planned.endedAt),
        endsOn === null ? undefined : lt(planned.startsOn, endsOn),
        or(isNull(planned.endsOn), gt(planned.endsOn, startsOn)),
      ),
    )
    .limit(1);
  return one !== undefined;
}
