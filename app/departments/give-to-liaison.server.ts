import { and, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { departmentLiaisons } from "#db/schema/departments.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Day } from "../settings/calendar.ts";
import { beginPart } from "./change-part.server.ts";
import { lockDepartments } from "./lock-departments.server.ts";

type Giving = { to: string; departmentIds: readonly string[]; today: Day; actorId: string };

/** Gives departments that nobody looks after to a liaison, as their owner. Returns how many of them are theirs now. */
export async function giveToLiaison(tx: Tx, { to, departmentIds, today, actorId }: Giving): Promise<number> {
  await lockDepartments(tx, departmentIds);
  const { departmentId, personId, untilDate } = departmentLiaisons;
  const looked = await tx
    .select({ id: departmentId, by: personId })
    .from(departmentLiaisons)
    .where(and(inArray(departmentId, [...departmentIds]), isNull(untilDate)));
  const without = departmentIds.filter((id) => !looked.some((one) => one.id === id));
  for (const id of without) {
    await beginPart(tx, { departmentId: id, personId: to, part: "owner", on: today });
    const fields = ["liaisons"];
    await recordEvent(tx, { name: "department.liaisons-changed", actorId, subjectId: id, fields });
  }
  return without.length + looked.filter(({ by }) => by === to).length;
}
