import { expect, test } from "vitest";
import { endHandover } from "#app/departments/end-handover.server.ts";
import { handOverDepartments } from "#app/departments/hand-over-departments.server.ts";
import { findOwnHandover } from "#app/departments/list-handovers.server.ts";
import { markHandoverStep } from "#app/departments/mark-handover-step.server.ts";
import { countUnread } from "#app/notifications/count-unread.server.ts";
import { listNotifications } from "#app/notifications/list-notifications.server.ts";
import { newsWords } from "#app/notifications/notification.ts";
import { addressOf } from "#app/notifications/notification-data.ts";
import { writeNotificationMail } from "#app/notifications/write-notification-mail.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aLiaison, aPerson } from "#tests/support/factories.ts";
import { reactToAll } from "./reacting.ts";

useDatabase();

const today = dayIn("Europe/London", new Date());

test("whoever a department goes to is told when it is ordered, once, and has seen it once they read of it", async () => {
  const editor = await aPerson({ role: "editor", name: "Priya Shah" });
  const [from, to] = [await aPerson({ name: "Tom Reed" }), await aPerson()];
  const department = await aDepartment({ name: "School of Physics" });
  await aLiaison({ department, person: from });
  const startsOn = daysAfter(today, 7);
  const order = {
    from: from.id,
    to: to.id,
    startsOn,
    endsOn: daysAfter(today, 30),
    today,
    actorId: editor.id,
  };
  const handed = await runTransaction((tx) => handOverDepartments(tx, order));
  await reactToAll();
  await reactToAll({ again: true });
  const told = async (person: Person) => (await listNotifications({ reader: person })).items;
  const [news, ...others] = await told(to);
  expect(others).toEqual([]);
  expect(await told(from)).toEqual([]);
  expect(newsWords(news!)).toBe("Priya Shah asks you to look after a department for a while");
  expect(addressOf(news!)).toBe(`/departments/${department.slug}/handover`);
  expect(news).toMatchObject({
    about: "School of Physics",
    quote: expect.stringContaining("in place of Tom Reed"),
  });
  const mail = await writeNotificationMail({ personId: to.id, subjectId: news!.id });
  expect(JSON.stringify(mail)).toContain(`/departments/${department.slug}/handover`);

  expect(await countUnread(to)).toBe(1);
  const { id: handoverId } = (await findOwnHandover({ personId: to.id, slug: department.slug }))!;
  await markHandoverStep({ personId: to.id, handoverId, step: "briefing", read: true });
  await reactToAll();
  expect(await countUnread(to)).toBe(0);

  if (handed.outcome !== "handed-over") throw new Error("not handed over");
  await endHandover({ id: handed.handoverIds[0]!, today, actorId: editor.id });
  expect(newsWords((await told(to))[0]!)).toBe("A handover to you is over");
});
