import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Person, Role } from "#app/people/person.ts";
import { dayIn, mondayOf, weekName } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { people, sessions } from "#db/schema/people.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ search: false, worker: false, settings: { MEILISEARCH: "off" } });
const thisWeek = `/weeks/${weekName(mondayOf(dayIn("Europe/London", new Date())))}`;

/** Asks so often that a page is kept and nothing is expected to have changed. */
async function askOften(path: string, person: Person) {
  const client = await app.as(person);
  let text = "";
  for (let times = 0; times < 4; times += 1) ({ text } = await client.get(path));
  return { client, text };
}

test.each<[Role, Role, boolean]>([
  ["liaison", "editor", true],
  ["editor", "liaison", false],
])("whoever was %s and is %s is shown the page of that role at once", async (before, after, mayEdit) => {
  await anInsight({ body: "Heard and kept" });
  const person = await aPerson({ role: before });
  const { client, text } = await askOften(thisWeek, person);
  const desk = `href="${thisWeek}/edit"`;
  expect(text.includes(desk)).toBe(!mayEdit);
  await db.update(people).set({ role: after }).where(eq(people.id, person.id));
  expect((await client.get(thisWeek)).text.includes(desk)).toBe(mayEdit);
});

test("what was begun with rights somebody had is not there for them when they come back without", async () => {
  const department = await aDepartment();
  const [reader, mate] = [await aPerson(), await aPerson()];
  await db.update(people).set({ teamId: reader.team.id }).where(eq(people.id, mate.id));
  await anInsight({
    person: { ...mate, team: reader.team },
    departments: [department],
    body: "For the old team only",
    sent: { visibility: "team", tags: ["oldteam"] },
  });
  const pages = [thisWeek, `/departments/${department.slug}`, "/tags"];
  const { client } = await askOften(thisWeek, reader);
  const other = await aPerson();
  await askOften("/tags", other);

  await db.update(people).set({ teamId: other.team.id }).where(eq(people.id, reader.id));
  await db.delete(sessions).where(eq(sessions.personId, reader.id));
  // Another reader's request tells the process that something has changed; the next of theirs is begun as before.
  await askOften("/tags", other);
  for (const page of pages) expect((await client.get(page)).location).toMatch("/sign-in");

  const again = await app.as(reader);
  await again.get("/departments");
  for (const page of pages) {
    const { status, text } = await again.get(page);
    expect(status).toBe(200);
    expect(text).not.toMatch(/For the old team only|oldteam/);
  }
});
