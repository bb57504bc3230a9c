import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { useApp } from "#tests/support/app.ts";
import { aComment, aDepartment, aLiaison, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";
import { keyOf } from "#tests/support/pages.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const longAgo = daysAfter(dayIn("Europe/London", new Date()), -60);
const question = "Who holds the keys of the map room?";
let asker: Person;
let reader: Person;

beforeAll(async () => {
  asker = await aPerson({ team: await aTeam() });
  reader = await aPerson();
});

async function ask(
  sent: Record<string, unknown> = {},
  departments = [] as Awaited<ReturnType<typeof aDepartment>>[],
) {
  const about = departments.length > 0 ? { departments } : {};
  return (await anInsight({ person: asker, body: question, sent: { kind: "question", ...sent }, ...about }))
    .id;
}

test("an insight made of a comment begins in its words and closes the question; the two lead to each other", async () => {
  const department = await aDepartment({ name: "Cartography" });
  const id = await ask({ tags: ["keys"] }, [department]);
  const comment = await aComment({ insightId: id, body: "The porter, until six." });
  const client = await app.as(reader);
  const form = await client.get(`/insights/${id}/answer?comment=${comment}`);
  expect(form.text).toContain("The porter, until six.</textarea>");
  expect(form.text).toContain(question);
  expect(form.text).toMatch(new RegExp(`<option[^>]*value="${department.slug}"[^>]*selected`));
  const sent = {
    key: keyOf(form.text),
    body: "The porter has them.",
    departments: department.slug,
    channel: "coffee",
  };
  const posted = await client.post(`/insights/${id}/answer`, sent);
  expect(posted.location).toBe(`/insights/${id}`);
  expect((await client.post(`/insights/${id}/answer`, sent)).location, "sent again").toBe(posted.location);

  const page = await client.get(`/insights/${id}`);
  expect(page.text).toContain("Answered by");
  expect(page.text).not.toContain("This question is open");
  const [, answer] = /Answered by.*?href="\/insights\/([0-9a-f-]+)"/s.exec(page.text) ?? [];
  const back = await client.get(`/insights/${answer}`);
  expect(back.text).toContain(`href="/insights/${id}"`);
  expect(back.text).toContain("Answers the question");
});

test("a comment withdrawn or beneath another question lends no words", async () => {
  const id = await ask();
  const elsewhere = await aComment({ insightId: await ask(), body: "Said elsewhere." });
  const client = await app.as(reader);
  for (const comment of [elsewhere, crypto.randomUUID(), "x"]) {
    const page = await client.get(`/insights/${id}/answer?comment=${comment}`);
    expect([page.status, page.text.includes("Said elsewhere")]).toEqual([200, false]);
  }
});

test("this week's issue asks what is open however old, and no longer what is answered", async () => {
  const [open, answered] = [await ask({ heardOn: longAgo }), await ask()];
  const restricted = await ask({ visibility: "team" });
  const comment = await aComment({ insightId: answered });
  await (await app.as(asker)).post(`/insights/${answered}`, { intent: "answer", comment });
  const page = await (await app.as(reader)).get("/");
  const section = /<section id="questions".*?<\/section>/s.exec(page.text)?.[0] ?? "";
  expect(section).toContain(open);
  expect(section).not.toContain(answered);
  expect(page.text, "answered, it stands among the others").toContain(answered);
  expect(page.text).not.toContain(restricted);
  const theirs = await (await app.as(asker)).get("/");
  expect(/<section id="questions".*?<\/section>/s.exec(theirs.text)?.[0]).not.toContain(restricted);
});

test("a department's open questions are the first thing for its liaisons, and there for everyone", async () => {
  const department = await aDepartment();
  const liaison = await aPerson();
  await aLiaison({ department, person: liaison });
  const [id, hidden] = [await ask({}, [department]), await ask({ visibility: "team" }, [department])];
  await anInsight({ departments: [department] });
  const address = `/departments/${department.slug}`;
  const places = (html: string) =>
    [html.indexOf(`id="questions"`), html.indexOf("What colleagues know")] as const;
  const mine = await (await app.as(liaison)).get(address);
  expect(places(mine.text)[0]).toBeGreaterThan(0);
  expect(places(mine.text)[0]).toBeLessThan(places(mine.text)[1]);
  const other = await (await app.as(reader)).get(address);
  expect(places(other.text)[0]).toBeGreaterThan(places(other.text)[1]);
  for (const { text } of [mine, other]) {
    expect(text.match(new RegExp(`id="${id}"`, "g")), "each stands once").toHaveLength(1);
    expect(text).not.toContain(hidden);
  }
});
