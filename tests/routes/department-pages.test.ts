import { expect, test } from "vitest";
import { citeInsight } from "#app/insights/cite-insight.server.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { questionAnswers } from "#db/schema/department-entries.server.ts";
import { anEntry, filledIn } from "#tests/departments/entries.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aLiaison, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

const app = useApp();
const today = dayIn("Europe/London", new Date());

test("what is hidden from a reader moves nothing on a department's pages", async () => {
  const team = await aTeam();
  const [owner, other] = [await aPerson({ team }), await aPerson()];
  const department = await aDepartment();
  await aLiaison({ department, person: owner });
  const given = { person: owner, departments: [department] };
  const sent = { heardOn: daysAfter(today, -50) };
  const shared = await anInsight({ ...given, body: "Said in the open.", sent });
  const hidden = await anInsight({ ...given, body: "Said among ourselves.", sent: { visibility: "team" } });
  const sentenceId = await anEntry({ kind: "sentence", department, person: owner });
  for (const { id } of [shared, hidden]) {
    const about = { person: owner, departmentId: department.id, sentenceId };
    expect(await citeInsight({ ...about, insightId: id, cited: true })).toBe(true);
  }
  const questionId = await anEntry({ kind: "question", department });
  await db.insert(questionAnswers).values({ questionId, insightId: hidden.id, personId: owner.id });

  const page = async (person: typeof owner, path = "") =>
    (await (await app.as(person)).get(`/departments/${department.slug}${path}`)).text;
  const [own, others] = [await page(owner), await page(other)];
  expect(own).toContain("Said among ourselves.");
  expect(others).toContain("Said in the open.");
  expect(others).not.toContain("Said among ourselves");
  expect(others).not.toContain(hidden.id);
  expect(own).toContain(`Last heard from on <time dateTime="${today}"`);
  expect(others).toContain(`Last heard from on <time dateTime="${sent.heardOn}"`);
  expect(own).toContain("Nothing is waiting to be asked");
  expect(others).toContain(filledIn.question.question?.replace("'", "&#x27;"));
  expect(await page(owner, "/timeline")).toContain("2 insights");
  expect(await page(other, "/timeline")).toContain("1 insight<");
  expect(await page(other, "/questions")).not.toContain(hidden.id);
  expect(await page(other, "/approaches")).toContain(`dateTime="${sent.heardOn}"`);
  expect(await page(other, "/history")).not.toContain(hidden.id);
  const cannot = { person: other, departmentId: department.id, sentenceId, insightId: hidden.id };
  expect(await citeInsight({ ...cannot, cited: false })).toBe(false);
});

test("a cited insight that has been replaced or has come of age marks the sentence", async () => {
  const [owner, department] = [await aPerson(), await aDepartment()];
  await aLiaison({ department, person: owner });
  const old = { heardOn: daysAfter(today, -900) };
  const { id } = await anInsight({ person: owner, departments: [department], sent: old });
  const sentenceId = await anEntry({ kind: "sentence", department, person: owner });
  const client = await app.as(owner);
  const path = `/departments/${department.slug}/summary`;
  const cite = (address: string) =>
    client.post(path, { intent: "cite", id: sentenceId, insight: "", address });
  expect((await cite(`${app.origin}/insights/${id}?open=tell`)).status).toBe(302);
  expect((await cite(crypto.randomUUID())).status).toBe(400);
  expect((await client.get(`/departments/${department.slug}`)).text).toContain("Is it still true?");
  const newer = await anInsight({ person: owner, departments: [department] });
  await client.post(`/insights/${id}`, { intent: "supersede", newer: newer.id });
  const uncite = { intent: "uncite", id: sentenceId, insight: id };
  expect((await client.post(path, uncite)).status).toBe(302);
  expect((await client.get(path)).text).not.toContain(`/insights/${id}`);
});

test("two who change a contact at once both see it, and nothing is overwritten", async () => {
  const [owner, department] = [await aPerson({ role: "editor" }), await aDepartment()];
  const id = await anEntry({ kind: "contact", department });
  const client = await app.as(owner);
  const path = `/departments/${department.slug}/contacts`;
  const change = (fields: Record<string, string>, version = "1") =>
    client.post(path, { intent: "change", id, version, ...filledIn.contact, ...fields });
  expect((await change({ place: "Turing 9.99" })).status).toBe(302);
  const met = await change({ does: "Runs the second-year labs" });
  expect(met.status).toBe(409);
  expect(met.text).toContain("Somebody changed this while you were writing");
  expect(met.text).toContain('value="Turing 9.99"');
  expect(met.text).toContain('value="Runs the second-year labs"');
  expect(met.text).toContain('name="version" value="2"');
  const wrong = await change({ name: "" }, "2");
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("Write the name");
  expect((await client.post(path, { intent: "remove", id })).location).toBe(`${path}?removed=${id}`);
  expect((await client.get(`${path}?removed=${id}`)).text).toContain("Bring it back");
  await client.post(path, { intent: "restore", id });
  const history = await client.get(`/departments/${department.slug}/history`);
  for (const said of ["taken away", "brought back", "Turing 9.99"]) expect(history.text).toContain(said);
});

test("a profile is saved by those who look after it, and by nobody else", async () => {
  const [owner, other, department] = [await aPerson(), await aPerson(), await aDepartment()];
  await aLiaison({ department, person: owner, part: "co-owner" });
  const path = `/departments/${department.slug}/profile`;
  const sent = { version: "0", coreBusiness: "They teach weather.", rhythm: "weekly" };
  expect((await (await app.as(other)).post(path, sent)).status).toBe(404);
  const client = await app.as(owner);
  expect((await client.post(path, sent)).location).toBe(`/departments/${department.slug}`);
  expect((await client.get(`/departments/${department.slug}`)).text).toContain("Going quiet");
  const met = await client.post(path, { ...sent, coreBusiness: "They teach climate." });
  expect(met.status).toBe(409);
  expect(met.text).toContain("They teach weather.");
});

test("what is due a look is in one's checks, and is looked at in one press", async () => {
  const [owner, other, department] = [await aPerson(), await aPerson(), await aDepartment()];
  await aLiaison({ department, person: owner });
  const id = await anEntry({ kind: "source", department, sent: { name: "The weather page" } });
  const given = { name: "Another's page", turn: other.handle };
  await anEntry({ kind: "source", department, sent: given });
  const client = await app.as(owner);
  const checks = async () => (await client.get("/checks")).text;
  expect(await checks()).toContain("The weather page");
  expect(await checks()).not.toContain("Another&#x27;s page");
  expect((await (await app.as(other)).get("/checks")).text).toContain("Another&#x27;s page");
  const found = await client.post("/checks", { intent: "found", id });
  expect(found.location).toBe(`/insights/new?department=${department.slug}&channel=website-check`);
  const form = await client.get(found.location ?? "");
  expect(form.text).toMatch(/<option[^>]*value="website-check"[^>]*selected/);
  expect(await checks()).toContain("In the next two weeks");
  expect((await client.post("/checks", { intent: "nothing-new", id })).location).toBe("/checks");
  expect((await client.post("/checks", { intent: "nothing-new", id: "'" })).status).toBe(404);
});

test("what was to be asked is ticked off by the insight that answers it", async () => {
  const [person, department] = [await aPerson({ role: "assistant" }), await aDepartment()];
  const client = await app.as(person);
  const question = await anEntry({ kind: "question", department });
  const path = `/departments/${department.slug}/questions`;
  const sent = {
    key: crypto.randomUUID(),
    body: "Ada Osei runs it.",
    departments: department.slug,
    channel: "coffee",
  };
  expect((await client.post(`${path}/${question}`, sent)).location).toBe(path);
  const page = await client.get(path);
  expect(page.text).toContain("Answered");
  expect(page.text).toContain("Nothing to ask at the moment");
  expect((await client.get(`${path}/${crypto.randomUUID()}`)).status).toBe(404);
});

test("needs stand by service, and two who say them at once are told", async () => {
  const [owner, department] = [await aPerson({ role: "editor" }), await aDepartment()];
  const client = await app.as(owner);
  const path = `/departments/${department.slug}/needs`;
  const service = /name="state-([0-9a-f-]{36})"/.exec((await client.get(path)).text)?.[1];
  const say = (state: string, version: string) =>
    client.post(path, {
      [`state-${service}`]: state,
      [`note-${service}`]: "Said",
      [`version-${service}`]: version,
    });
  expect((await say("unmet", "0")).status).toBe(302);
  expect((await client.get(`/departments/${department.slug}`)).text).toContain("Said");
  expect((await say("met", "0")).status).toBe(409);
  expect((await say("met", "1")).status).toBe(302);
  expect((await client.get(`/departments/${department.slug}`)).text).toContain("No unmet need is noted");
});

test("old names and old addresses lead on, and search follows", async () => {
  const editor = await aPerson({ role: "editor" });
  const client = await app.as(editor);
  const [one, two] = [
    await aDepartment({ name: "Office of Quills" }),
    await aDepartment({ name: "Office of Pens" }),
  ];
  const { id } = await anInsight({ departments: [one], body: "They want more paper." });
  const settings = (department: typeof one) => `/settings/departments/${department.slug}`;
  await client.post(settings(one), { intent: "rename", name: "Office of Feathers" });
  const finds = async (words: string) =>
    (await client.get(`/search?q=${encodeURIComponent(words)}`)).text.includes(id);
  await expect.poll(() => finds("feathers paper"), { timeout: 20_000 }).toBe(true);
  expect(await finds("quills paper")).toBe(true);
  const merged = await client.post(settings(one), { intent: "merge", into: two.slug });
  expect(merged.location).toBe(settings(two));
  for (const side of ["", "/contacts", "/timeline?kind=need"]) {
    const old = await client.get(`/departments/${one.slug}${side}`);
    expect([old.status, old.location]).toEqual([301, `/departments/${two.slug}${side}`]);
  }
  await expect.poll(() => finds("pens paper"), { timeout: 20_000 }).toBe(true);
  expect(await finds("feathers paper")).toBe(true);
  expect((await client.get(`/departments/${two.slug}`)).text).toContain("They want more paper.");
  const refused = await client.post(settings(two), { intent: "merge", into: two.slug });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Choose another one");
});
