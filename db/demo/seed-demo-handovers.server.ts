import { eq, inArray } from "drizzle-orm";
import { handOverDepartments } from "#app/departments/hand-over-departments.server.ts";
import type { HandoverStep } from "#app/departments/handover.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import type { Tx } from "../client.server.ts";
import { departments } from "../schema/departments.server.ts";
import { departmentHandovers, handoverReadings } from "../schema/handovers.server.ts";

type DemoHandover = {
  department: string;
  from: string;
  to: string;
  /** Days from today. */
  startsIn: number;
  endsIn?: number;
  read?: readonly HandoverStep[];
};

/** One liaison stands in for another and has begun to read; one department goes to another for good in ten days. */
const demoHandovers: readonly DemoHandover[] = [
  {
    department: "earth-sciences",
    from: "mehmet",
    to: "priya",
    startsIn: -12,
    endsIn: 68,
    read: ["briefing", "summary", "questions"],
  },
  { department: "modern-languages", from: "lukas", to: "sian", startsIn: 10, read: ["briefing"] },
];

type Seeding = { colleagues: Map<string, Person>; now: Date; timeZone: string };

/** Handovers as an editor has ordered them. Done twice it adds nothing. */
export async function seedDemoHandovers(tx: Tx, { colleagues, now, timeZone }: Seeding): Promise<void> {
  if ((await tx.$count(departmentHandovers)) > 0) return;
  const today = dayIn(timeZone, now);
  const idOf = (handle: string) => {
    const id = colleagues.get(handle)?.id;
    if (!id) throw new Error(`the demonstration has no ${handle}`);
    return id;
  };
  for (const { department, from, to, startsIn, endsIn, read = [] } of demoHandovers) {
    const [found] = await tx
      .select({ id: departments.id })
      .from(departments)
      .where(eq(departments.slug, department));
    const orderedAgo = Math.min(startsIn, 0) - 2;
    const handed = await handOverDepartments(tx, {
      from: idOf(from),
      to: idOf(to),
      departmentIds: found ? [found.id] : [],
      startsOn: daysAfter(today, startsIn),
      endsOn: endsIn === undefined ? null : daysAfter(today, endsIn),
      // As if on its first day, when that has come.
      today: daysAfter(today, Math.min(startsIn, 0)),
      actorId: idOf("helen"),
    });
    if (handed.outcome === "refused") throw new Error(JSON.stringify(handed.problems));
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
    await tx
      .update(departmentHandovers)
      .set({ orderedAt: at(orderedAgo), ...(startsIn < 0 && { startedAt: at(startsIn) }) })
      .where(inArray(departmentHandovers.id, handed.handoverIds));
    const rows = handed.handoverIds.flatMap((handoverId) =>
      read.map((step, place) => ({ handoverId, step, readAt: at(Math.min(orderedAgo + 1 + place, 0)) })),
    );
    if (rows.length > 0) await tx.insert(handoverReadings).values(rows);
  }
}
