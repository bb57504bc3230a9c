import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departmentLiaisons } from "#db/schema/departments.server.ts";
import { departmentHandovers } from "#db/schema/handovers.server.ts";
import { people } from "#db/schema/people.server.ts";
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
    ...(endsOn !== null && endsOn <= startsOn && { endsOn: "It ends after it begins" }),
    ...(!(await canTakeOver(tx, to)) && { to: "Choose a liaison or an editor who works here" }),
  };
  if (Object.keys(problems).length > 0) return { outcome: "refused", problems };
  const parts = await lockParts(tx, handing);
  if (parts.length === 0) {
    return { outcome: "refused", problems: { departments: "They look after none of these now" } };
  }
  const handoverIds: string[] = [];
  for (const { departmentId, part } of parts) {
    const handover = {
      id: newId(),
      departmentId,
      fromPersonId: from,
      toPersonId: to,
      part,
      startsOn,
      endsOn,
      orderedBy: actorId,
    };
    await tx.insert(departmentHandovers).values(handover);
    if (startsOn <= today) await beginHandover(tx, { handover, actorId });
    handoverIds.push(handover.id);
  }
  return { outcome: "handed-over", handoverIds };
}

async function canTakeOver(tx: Tx, personId: string): Promise<boolean> {
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
