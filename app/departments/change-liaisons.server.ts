import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { events } from "#db/schema/events.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { EventName } from "../events/event.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Day } from "../settings/calendar.ts";
import { hasOwner } from "./change-part.server.ts";
import { canTakeOver } from "./hand-over-departments.server.ts";
import { lockDepartments } from "./lock-departments.server.ts";
import { refuse, type StructureOutcome } from "./structure-change.ts";

type Changing = { slug: string; handle: string; today: Day; actorId: string };
type Found = { departmentId: string; personId: string; name: string; open: Part | undefined };
type Part = typeof departmentLiaisons.$inferSelect;

/** Gives a department one liaison more: as its owner when it has none. Who is one already stays as they are. */
export function addLiaison(changing: Changing): Promise<StructureOutcome> {
  return changeLiaison(changing, async (tx, { departmentId, personId, open }) => {
    if (open) return undefined;
    if (!(await canTakeOver(tx, personId))) return "Choose a liaison or an editor who works here";
    const part = (await hasOwner(tx, departmentId)) ? "co-owner" : "owner";
    const id = newId();
    const { today: fromDate, actorId } = changing;
    await tx.insert(departmentLiaisons).values({ id, departmentId, personId, part, fromDate });
    await recordChange(tx, { name: "liaison.added", id, departmentId, actorId });
    return undefined;
  });
}

/** Takes one liaison off a department. What began and ends on one day was a slip, and leaves no trace but in the ledger. */
export function takeOffLiaison(changing: Changing): Promise<StructureOutcome> {
  return changeLiaison(changing, async (tx, { departmentId, open }) => {
    if (!open) return undefined;
    const { id } = open;
    const { today, actorId } = changing;
    const isSlip = open.fromDate === today && (await happened(tx, { name: "liaison.added", id }));
    if (isSlip) await tx.delete(departmentLiaisons).where(eq(departmentLiaisons.id, id));
    else {
      const untilDate = sql`greatest(${departmentLiaisons.fromDate}, ${today}::date)`;
      await tx.update(departmentLiaisons).set({ untilDate }).where(eq(departmentLiaisons.id, id));
    }
    await recordChange(tx, { name: "liaison.taken-off", id, departmentId, actorId });
    return undefined;
  });
}

/** Undoes that somebody was taken off: they go on as if they had not been, beside whoever owns it by now. */
export function putBackLiaison(changing: Changing): Promise<StructureOutcome> {
  return changeLiaison(changing, async (tx, { departmentId, personId, open }) => {
    if (open) return undefined;
    if (!(await canTakeOver(tx, personId))) return "They work here no longer, or look after no departments";
    const ended = await tx
      .select()
      .from(departmentLiaisons)
      .where(
        and(
          eq(departmentLiaisons.departmentId, departmentId),
          eq(departmentLiaisons.personId, personId),
          isNotNull(departmentLiaisons.untilDate),
        ),
      )
      .orderBy(sql`${departmentLiaisons.untilDate} desc, ${departmentLiaisons.id} desc`);
    const [last] = ended;
    if (!last || !(await happened(tx, { name: "liaison.taken-off", id: last.id })))
      return "They were not taken off: add them instead";
    const part = last.part === "owner" && (await hasOwner(tx, departmentId)) ? "co-owner" : last.part;
    const { actorId } = changing;
    await tx
      .update(departmentLiaisons)
      .set({ untilDate: null, part })
      .where(eq(departmentLiaisons.id, last.id));
    await recordChange(tx, { name: "liaison.added", id: last.id, departmentId, actorId });
    return undefined;
  });
}

/** Holds the department and finds its liaison; `change` says in words why not, or has done it. The caller has asked `canHandOver`. */
function changeLiaison(
  { slug, handle }: Changing,
  change: (tx: Tx, found: Found) => Promise<string | undefined>,
): Promise<StructureOutcome> {
  return runTransaction<StructureOutcome>(async (tx) => {
    const [department] = await tx
      .select({ id: departments.id })
      .from(departments)
      .where(and(eq(departments.slug, slug), isNull(departments.mergedIntoId)));
    if (!department) return { outcome: "not-there" };
    const { id: departmentId } = department;
    await lockDepartments(tx, [departmentId]);
    const [person] = await tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(eq(people.handle, handle));
    if (!person) return refuse("liaison", "Choose a colleague from the list");
    const [open] = await tx
      .select()
      .from(departmentLiaisons)
      .where(
        and(
          eq(departmentLiaisons.departmentId, departmentId),
          eq(departmentLiaisons.personId, person.id),
          isNull(departmentLiaisons.untilDate),
        ),
      );
    const why = await change(tx, { departmentId, personId: person.id, name: person.name, open });
    return why ? refuse("liaison", why) : { outcome: "done", slug };
  });
}

async function happened(tx: Tx, { name, id }: { name: EventName; id: string }): Promise<boolean> {
  const [one] = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.name, name)))
    .limit(1);
  return one !== undefined;
}

type Change = {
  name: "liaison.added" | "liaison.taken-off";
  id: string;
  departmentId: string;
  actorId: string;
};

async function recordChange(tx: Tx, { name, id, departmentId, actorId }: Change): Promise<void> {
  await recordEvent(tx, { name, actorId, subjectId: id });
  const fields = ["liaisons"];
  await recordEvent(tx, { name: "department.liaisons-changed", actorId, subjectId: departmentId, fields });
}
