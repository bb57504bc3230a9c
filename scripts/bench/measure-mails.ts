import { eq } from "drizzle-orm";
import { buildMessage } from "#app/mail/build-message.server.ts";
import { takeNews } from "#app/notifications/take-news.server.ts";
import { daysAfter } from "#app/settings/calendar.ts";
import { closeWeek } from "#app/weekly/close-week.server.ts";
import { writeWeeklyMail } from "#app/weekly/write-weekly-mail.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import type { Bench, Figure } from "./measuring.ts";

const readers = 300;
const origin = "https://corridor.library.example";
const settings = { from: { name: "Corridor", address: "corridor@library.example" }, origin };

/** The week's mails to so many people, each with what is theirs, written and put into the form in which they are sent. */
export async function measureMails({ week }: Bench): Promise<Figure[]> {
  const monday = daysAfter(week.monday, -7);
  await closeWeek({ monday });
  const [issue] = await db
    .select({ id: weeklyIssues.id })
    .from(weeklyIssues)
    .where(eq(weeklyIssues.week, monday));
  const to = await addReaders();
  const began = performance.now();
  const cpu = process.cpuUsage();
  for (const { id: personId, ...address } of to) {
    const mail = { personId, subjectId: issue?.id ?? "" };
    const lines = await takeNews({ ...mail, delivery: "weekly" });
    const words = await writeWeeklyMail({ ...mail, also: [{ heading: "You were also told", lines }] });
    if ("skip" in words) throw new Error(`a mail was skipped: ${words.skip}`);
    await buildMessage({ mailId: newId(), to: address, words, settings });
  }
  const { user, system } = process.cpuUsage(cpu);
  return [
    {
      name: `the week's mails for ${readers} people, written`,
      unit: "s",
      value: (performance.now() - began) / 1_000,
      goal: { atMost: 30, of: "value" },
    },
    { name: "the same, our own processor time", unit: "s", value: (user + system) / 1e6 },
  ];
}

/** Colleagues who follow three departments each. */
async function addReaders(): Promise<{ id: string; name: string; address: string }[]> {
  const [team] = await db.select({ id: teams.id }).from(teams).limit(1);
  const places = await db.select({ id: departments.id }).from(departments);
  const rows = Array.from({ length: readers }, (_, at) => ({
    id: newId(),
    handle: `reader-${at}`,
    name: `Reader ${at}`,
    email: `reader-${at}@library.example`,
    role: "liaison" as const,
    jobTitle: "Liaison librarian",
    teamId: team?.id ?? "",
  }));
  await db.insert(people).values(rows);
  await db.insert(follows).values(
    rows.flatMap(({ id: personId }, at) =>
      [0, 1, 2].flatMap((step) => {
        const departmentId = places[(at + step * 7) % places.length]?.id;
        return departmentId ? { id: newId(), personId, departmentId } : [];
      }),
    ),
  );
  return rows.map(({ id, name, email }) => ({ id, name, address: email }));
}
