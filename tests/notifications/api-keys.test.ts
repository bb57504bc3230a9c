import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { countUnread } from "#app/notifications/count-unread.server.ts";
import { listNotifications } from "#app/notifications/list-notifications.server.ts";
import { newsWords } from "#app/notifications/notification.ts";
import { addressOf } from "#app/notifications/notification-data.ts";
import { writeNotificationMail } from "#app/notifications/write-notification-mail.server.ts";
import { makeApiKey } from "#app/people/make-api-key.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import type { Person } from "#app/people/person.ts";
import { revokeApiKey } from "#app/people/revoke-api-key.server.ts";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";
import { reactToAll } from "./reacting.ts";

useDatabase();
Object.assign(process.env, {
  SMTP_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: "corridor@library.example",
  APP_ORIGIN: "https://corridor.library.example",
});

const told = async (person: Person) => (await listNotifications({ reader: person })).items;
const mailsTo = (person: Person) => db.select().from(mails).where(eq(mails.personId, person.id));

async function aKey({ by, of }: { by: Person; of: Person }) {
  const id = crypto.randomUUID();
  const draft = { name: "Signage", handle: of.handle, endsAt: null };
  const made = await makeApiKey({ actorId: by.id, id, draft });
  if (made.outcome !== "made") throw new Error("no key was made");
  return { id, key: made.key };
}

test("whoever a key acts as is told once, and mailed, when an administrator makes it and when one revokes it", async () => {
  const [admin, person] = [await aPerson({ role: "admin", name: "Priya Shah" }), await aPerson()];
  const { id, key } = await aKey({ by: admin, of: person });
  await reactToAll();
  await reactToAll({ again: true });
  const [made, ...others] = await told(person);
  expect(others).toEqual([]);
  expect(newsWords(made!)).toBe("Priya Shah made an API key that acts as you");
  expect(made?.quote).toContain("“Signage” reads what you may read, and posts in your name.");
  expect(addressOf(made!)).toBe("/me#programs");
  expect(await countUnread(person)).toBe(1);
  const mail = JSON.stringify(await writeNotificationMail({ personId: person.id, subjectId: made!.id }));
  expect(mail).toContain("“Signage” reads what you may read");
  expect(mail).toContain("/me#programs");
  expect(mail).not.toContain(key);

  await revokeApiKey({ id, actorId: admin.id });
  await reactToAll();
  const [revoked, before] = await told(person);
  expect(newsWords(revoked!)).toBe("Priya Shah revoked an API key that acts as you");
  expect(revoked?.quote).toBe("“Signage” opens nothing any more.");
  expect(before?.quote).toContain("has been revoked since");
  expect((await mailsTo(person)).map(({ purpose }) => purpose)).toEqual(["notification", "notification"]);
  expect(await told(admin)).toEqual([]);
});

test("of what they make and revoke themselves nobody is told, and of what is made at the server they are", async () => {
  const admin = await aPerson({ role: "admin" });
  const { id } = await aKey({ by: admin, of: admin });
  await revokeApiKey({ id, actorId: admin.id, ownerId: admin.id });
  await reactToAll();
  expect([await told(admin), await mailsTo(admin)]).toEqual([[], []]);
  await mintApiKey({ email: `${admin.handle}@library.example`, name: "Importer" });
  await reactToAll();
  expect((await told(admin)).map(newsWords)).toEqual([
    "Somebody at the server made an API key that acts as you",
  ]);
});
