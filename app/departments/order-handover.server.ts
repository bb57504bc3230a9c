import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Day } from "../settings/calendar.ts";
import { giveToLiaison } from "./give-to-liaison.server.ts";
import { canTakeOver, handOverDepartments } from "./hand-over-departments.server.ts";
import type { HandoverProblems } from "./handover.ts";
import { readHandover, type SentHandover } from "./handover-draft.ts";

type Ordering = { sent: SentHandover; today: Day; actorId: string };

export type Ordered =
  | { outcome: "handed-over"; started: boolean }
  | { outcome: "refused"; problems: HandoverProblems };

/** Hands departments over as an editor's form says. The caller has asked `canHandOver`. */
export function orderHandover({ sent, today, actorId }: Ordering): Promise<Ordered> {
  const read = readHandover(sent, today);
  if ("problems" in read) return Promise.resolve({ outcome: "refused", problems: read.problems });
  const { startsOn, endsOn } = read.draft;
  return runTransaction<Ordered>(async (tx) => {
    const [to, from, departmentIds] = [
      await idOf(tx, sent.to),
      await idOf(tx, sent.from),
      await idsOf(tx, sent.departments),
    ];
    if (!to || !(await canTakeOver(tx, to))) return refused({ to: "Choose a liaison or an editor" });
    if (departmentIds.length === 0) return refused({ departments: "Choose at least one" });
    if (sent.from === "") {
      const given = await giveToLiaison(tx, { to, departmentIds, today, actorId });
      if (given === 0) return refused({ departments: "Somebody looks after that already" });
      return { outcome: "handed-over", started: true };
    }
    if (!from) return refused({ from: "Choose somebody from the list" });
    const { key } = sent;
    const handed = await handOverDepartments(tx, {
      from,
      to,
      departmentIds,
      startsOn,
      endsOn,
      today,
      actorId,
      key,
    });
    if (handed.outcome === "refused") return handed;
    return { outcome: "handed-over", started: startsOn <= today };
  });
}

function refused(problems: HandoverProblems): Ordered {
  return { outcome: "refused", problems };
}

async function idOf(tx: Tx, handle: string): Promise<string | undefined> {
  if (handle === "") return undefined;
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.handle, handle));
  return person?.id;
}

async function idsOf(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(inArray(departments.slug, [...slugs]));
  return rows.map(({ id }) => id);
}
