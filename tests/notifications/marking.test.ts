import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { countUnread } from "#app/notifications/count-unread.server.ts";
import { listNotifications } from "#app/notifications/list-notifications.server.ts";
import { markRead } from "#app/notifications/mark-read.server.ts";
import { bellName, unreadNumber } from "#app/notifications/unread-words.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();

let tom: Person;
let insightId: string;
beforeEach(async () => {
  tom = await aPerson();
  insightId = (await anInsight()).id;
});

/** So many notifications of Tom's, an hour apart, written in another order than they happened. */
async function told(count: number, about = insightId): Promise<void> {
  const rows = Array.from({ length: count }, (_, number) => ({
    id: newId(),
    personId: tom.id,
    kind: "mention",
    insightId: about,
    dedupeKey: `mention:${newId()}`,
    createdAt: new Date(Date.now() - ((number * 7) % count) * 3_600_000),
  }));
  await db.insert(notifications).values(rows);
}

test("pages follow each other in time, whole and each once, also where many happened at one moment", async () => {
  await told(50);
  const at = new Date(Date.now() - 86_400_000);
  await db.insert(notifications).values(
    Array.from({ length: 25 }, () => ({
      id: newId(),
      personId: tom.id,
      kind: "comment",
      insightId,
      dedupeKey: newId(),
      createdAt: at,
    })),
  );
  const seen: { id: string; at: Date }[] = [];
  let before: number | undefined;
  let pages = 0;
  do {
    const page = await listNotifications({ reader: tom, before });
    expect(page.items.length).toBeLessThanOrEqual(30);
    seen.push(...page.items);
    before = page.older;
    pages += 1;
  } while (before !== undefined);
  expect([pages, seen.length, new Set(seen.map(({ id }) => id)).size]).toEqual([3, 75, 75]);
  expect(seen.map((item) => item.at)).toEqual(
    seen.map((item) => item.at).sort((a, b) => b.getTime() - a.getTime()),
  );
});

test("somebody else's cursor leads nowhere", async () => {
  await told(3);
  const { items } = await listNotifications({ reader: tom });
  const other = await aPerson();
  expect((await listNotifications({ reader: other, before: items[0]?.seq })).items).toEqual([]);
});

test("one, those of an insight, and all: each marks what it says, of one's own alone", async () => {
  const elsewhere = (await anInsight()).id;
  await told(3);
  await told(2, elsewhere);
  const other = await aPerson();
  const { items, upTo } = await listNotifications({ reader: tom });
  const [first] = items;
  await markRead({ personId: other.id, which: { id: first?.id ?? "" } });
  await markRead({ personId: other.id, which: { upTo } });
  expect(await countUnread(tom)).toBe(5);
  await markRead({ personId: tom.id, which: { id: first?.id ?? "" } });
  expect(await countUnread(tom)).toBe(4);
  await markRead({ personId: tom.id, which: { insightId: elsewhere } });
  const left = (await listNotifications({ reader: tom })).items.filter(({ read }) => !read);
  expect(new Set(left.map((item) => item.insightId))).toEqual(new Set([insightId]));
  await told(1);
  await markRead({ personId: tom.id, which: { upTo } });
  expect(await countUnread(tom)).toBe(1);
});

test("what was read stays read at the time it was", async () => {
  await told(1);
  const { upTo } = await listNotifications({ reader: tom });
  await markRead({ personId: tom.id, which: { upTo } });
  const readAt = async () =>
    (await db.select().from(notifications).where(eq(notifications.personId, tom.id)))[0]?.readAt;
  const first = await readAt();
  await markRead({ personId: tom.id, which: { upTo } });
  expect(await readAt()).toEqual(first);
});

test("nobody counts beyond 99", async () => {
  await told(130);
  const unread = await countUnread(tom);
  expect([unread, unreadNumber(unread), bellName(unread)]).toEqual([
    100,
    "99+",
    "Notifications, more than 99 unread",
  ]);
  expect([unreadNumber(99), bellName(3), bellName(0)]).toEqual([
    "99",
    "Notifications, 3 unread",
    "Notifications",
  ]);
});
