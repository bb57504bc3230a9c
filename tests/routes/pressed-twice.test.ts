import { beforeAll, expect, test } from "vitest";
import { handOverDepartments } from "#app/departments/hand-over-departments.server.ts";
import { listServices } from "#app/departments/list-services.server.ts";
import type { Person } from "#app/people/person.ts";
import { notePhraseUse } from "#app/reports/note-phrase-use.server.ts";
import { addPhrase } from "#app/reports/save-phrase.server.ts";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { events } from "#db/schema/events.server.ts";
import { anEntry, filledIn } from "#tests/departments/entries.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import {
  type ADepartment,
  aComment,
  aDepartment,
  aLiaison,
  anInsight,
  aPerson,
} from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const today = dayIn("Europe/London", new Date());
const week = `/weeks/${weekName(mondayOf(today))}/edit`;

let person: Person;
let client: Client;
let department: ADepartment;

beforeAll(async () => {
  person = await aPerson({ role: "editor" });
  client = await app.as(person);
  department = await aDepartment();
});

type Press = { path: string; form: Record<string, string>; tells?: number };

const mine = async (intent: string, before: Record<string, string>[] = []): Promise<Press> => {
  const path = `/insights/${(await anInsight({ person, departments: [department] })).id}`;
  for (const form of before) await client.post(path, form);
  return { path, form: { intent, reason: "A test" } };
};

/** As the desk's page has it now. */
async function weekVersion(): Promise<string> {
  return /name="version" value="(\d+)"/.exec((await client.get(week)).text)?.[1] ?? "0";
}

const about = (side: string) => `/departments/${department.slug}/${side}`;

/** What is pressed, each on a thing of its own. */
const presses: Record<string, () => Promise<Press>> = {
  withdraw: () => mine("withdraw"),
  "bring back": () => mine("restore", [{ intent: "withdraw" }]),
  undo: () => mine("undo"),
  hide: () => mine("hide"),
  "show again": () => mine("unhide", [{ intent: "hide", reason: "A test" }]),
  "correct an insight": async () => {
    const { id } = await anInsight({ person, departments: [department] });
    const form = { version: "1", body: "Two\r\nlines ", departments: department.slug, channel: "coffee" };
    const rest = { kind: "need", basis: "fact", visibility: "staff", heardOn: today, filesShown: "yes" };
    return { path: `/insights/${id}/edit`, form: { ...form, ...rest } };
  },
  "correct a comment": async () => {
    const { id } = await anInsight();
    const comment = await aComment({ insightId: id, person });
    return {
      path: `/insights/${id}`,
      form: { intent: "edit-comment", comment, version: "1", body: "Better" },
    };
  },
  "change a contact": async () => {
    const id = await anEntry({ kind: "contact", department });
    const form = { ...filledIn.contact, does: "Runs  them all\r\nand more " };
    return { path: about("contacts"), form: { intent: "change", id, version: "1", ...form } };
  },
  "save a profile": async () => ({
    path: about("profile"),
    form: { version: "0", coreBusiness: "It\r\nteaches " },
  }),
  "note needs": async () => {
    const [service] = await listServices();
    return {
      path: about("needs"),
      form: { [`version-${service!.id}`]: "0", [`state-${service!.id}`]: "unmet" },
    };
  },
  "choose evidence": async () => ({ path: about("evidence"), form: { version: "0", offer: "Ten minutes" } }),
  "change a phrase": async () => {
    const id = newId();
    const draft = { kind: "phrase" as const, benefit: "saves-time" as const, text: "One", answer: "" };
    await addPhrase({ person, id, draft });
    return { path: "/reports/phrases", form: { intent: "change", id, version: "1", ...draft, text: "Two" } };
  },
  "take back where a phrase was used": async () => {
    const [id, phraseId] = [newId(), newId()];
    const draft = { kind: "phrase" as const, benefit: "saves-time" as const, text: "One", answer: "" };
    await addPhrase({ person, id: phraseId, draft });
    const use = { person, id, phraseId, department: department.slug, worked: true, note: "", usedOn: today };
    await notePhraseUse(use);
    return { path: "/reports/phrases", form: { intent: "withdraw-use", id } };
  },
  "call a handover off": async () => {
    const [from, to, given] = [await aPerson(), await aPerson(), await aDepartment()];
    await aLiaison({ department: given, person: from });
    const order = { from: from.id, to: to.id, startsOn: daysAfter(today, 3), today, actorId: person.id };
    const handed = await runTransaction((tx) => handOverDepartments(tx, order));
    if (handed.outcome === "refused") throw new Error("nothing was handed over");
    return { path: "/settings/handovers", form: { intent: "end", handover: handed.handoverIds[0] ?? "" } };
  },
  "give what nobody looks after": async () => {
    const [to, given] = [await aPerson(), await aDepartment()];
    const form = {
      key: newId(),
      from: "",
      to: to.handle,
      departments: given.slug,
      lasting: "good",
      startsOn: today,
    };
    return { path: "/settings/handovers", form: { intent: "hand-over", ...form } };
  },
  "approve the week": async () => ({ path: week, form: { intent: "approve", version: await weekVersion() } }),
  "pick for the week": async () => {
    const { id } = await anInsight({ departments: [department] });
    return { path: week, form: { intent: "pick", insight: id, version: await weekVersion() } };
  },
  "write for the week": async () => {
    const words = { lead: "What a week\r\nit was", prompt: "Listen", "line-0": `${"x".repeat(199)}😀` };
    return { path: week, form: { intent: "write", version: await weekVersion(), ...words } };
  },
  "add a service": async () => {
    const known = (await listServices()).map(({ id, name }) => [`name-${id}`, name]);
    return { path: "/settings/services", form: { ...Object.fromEntries(known), added: "Maps" }, tells: 3 };
  },
  merge: async () => {
    const [own, other] = [await aDepartment(), await aDepartment()];
    return { path: `/settings/departments/${own.slug}`, form: { intent: "merge", into: other.slug } };
  },
  split: async () => {
    const own = await aDepartment();
    const names = `Left of ${own.name}\r\nRight of ${own.name}`;
    return { path: `/settings/departments/${own.slug}`, form: { intent: "split", names } };
  },
};

test.each(Object.entries(presses))(
  "pressed twice at once and once more, “%s” is done once",
  async (_, begun) => {
    const { path, form, tells = 1 } = await begun();
    const before = await db.$count(events);
    const press = () => client.post(path, form);
    const answers = [...(await Promise.all([press(), press()])), await press()];
    expect(answers.map(({ status, location }) => [status, location])).toEqual(
      Array(3).fill([302, answers[0]?.location]),
    );
    expect(await db.$count(events)).toBe(before + tells);
  },
);

test("pressed twice at once, an invitation is one person, whose newest link opens", async () => {
  const admin = await app.as(await aPerson({ role: "admin" }));
  const id = newId();
  const details = { name: "Invited Twice", email: `${id}@library.example`, role: "assistant", jobTitle: "" };
  const press = () => admin.post("/settings/people", { intent: "invite", id, ...details, team: "Maps" });
  const answers = await Promise.all([press(), press()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const links = answers.map(({ text }) => /\/links\/[\w-]+/.exec(text)?.[0] ?? "");
  const opened = await Promise.all(links.map(async (link) => (await (await app.as()).get(link)).status));
  expect(opened.filter((status) => status === 200)).toHaveLength(1);
});
