import { eq } from "drizzle-orm";
import { handOverDepartments } from "#app/departments/hand-over-departments.server.ts";
import { findOwnHandover } from "#app/departments/list-handovers.server.ts";
import { listServices } from "#app/departments/list-services.server.ts";
import { markHandoverStep } from "#app/departments/mark-handover-step.server.ts";
import { noteNeeds } from "#app/departments/note-needs.server.ts";
import { renameDepartment } from "#app/departments/rename-department.server.ts";
import { saveProfile } from "#app/departments/save-profile.server.ts";
import { keepUpload } from "#app/files/keep-upload.server.ts";
import { citeInsight } from "#app/insights/cite-insight.server.ts";
import { saveDraft } from "#app/insights/save-draft.server.ts";
import { signMailToken } from "#app/mail/mail-token.server.ts";
import { notificationKinds } from "#app/notifications/notification.ts";
import { listApiKeys } from "#app/people/list-api-keys.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import type { Person } from "#app/people/person.ts";
import { revokeApiKey } from "#app/people/revoke-api-key.server.ts";
import { saveSearch } from "#app/search/save-search.server.ts";
import { dayIn, daysAfter, mondayOf } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { files } from "#db/schema/files.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { anEntry, aProfile, filledIn } from "#tests/departments/entries.ts";
import { aPdf, aPicture, arrived } from "#tests/files/samples.ts";
import { someImports } from "#tests/imports/some-imports.ts";
import { password } from "#tests/people/people.ts";
import { aFullDepartment } from "#tests/reports/a-full-department.ts";
import { type ADepartment, aDepartment, aLiaison, anInsight, aPerson } from "#tests/support/factories.ts";
import { someWords } from "#tests/vocabulary/some-words.ts";
import { type TalkedAbout, talkedAbout } from "./talked-about.ts";

const monday = mondayOf(dayIn("Europe/London", new Date()));

/** A library with something of everything in it, and an administrator who reads it, who may open every page. */
export type FullLibrary = { reader: Person; insight: string; mailToken: string } & TalkedAbout;

export async function aFullLibrary(): Promise<FullLibrary> {
  const reader = await aPerson({ role: "admin", password, name: "Siân Llewellyn-Featherstonehaugh" });
  const faculty = await aDepartment({ name: "Faculty of Arts", slug: "arts", kind: "faculty" });
  const about = await aDepartment({
    name: "Department of Politics, Philosophy and Economics",
    slug: "ppe",
    parent: faculty,
    nicknames: ["PPE"],
    oldNames: ["Institute of Government"],
  });
  await aLiaison({ department: about, person: reader });
  await aDepartment({ name: "Department of Silence", slug: "silence" });
  const given = { person: reader, departments: [about] };
  const body = "**Reading lists** go online, see [this](https://example.org) #reading-lists";
  const { id } = await anInsight({ ...given, body });
  await withFiles(reader, id);
  for (const kind of ["win", "question", "need"]) await anInsight({ ...given, sent: { kind } });
  for (const visibility of ["team", "me"])
    await anInsight({ ...given, sent: { visibility, basis: "opinion" } });
  await anInsight({ ...given, sent: { heardOn: daysAfter(monday, -10) } });
  await keptOf(about, { reader, insightId: id });
  const full = await aDepartment({ name: "Department of Everything", slug: "everything" });
  await aLiaison({ department: full, person: reader });
  await aFullDepartment({ department: full, person: await aPerson() });
  await handedOver(about, reader);
  await somethingBegun(reader);
  await someSavedSearches(reader);
  await someApiKeys(reader);
  await someWords(reader);
  await someImports({ person: reader, slug: about.slug });
  await toldOfEverything({ personId: reader.id, insightId: id });
  const mailToken = await signMailToken(reader.id);
  return { reader, insight: id, mailToken, ...(await talkedAbout({ reader, departments: [about] })) };
}

async function someSavedSearches({ id: personId }: Person): Promise<void> {
  const saved = [
    ["Reading lists", "/search?q=reading", "at-once"],
    [
      "What the Department of Politics, Philosophy and Economics needs",
      "/search?department=ppe&kind=need",
      "weekly",
    ],
    ["Gone", "/search?q=xyzzy", "never"],
  ] as const;
  for (const [name, address, tell] of saved) await saveSearch({ personId, name, address, tell });
}

/** A key that opens, and one that nobody can use any more. */
async function someApiKeys({ id: personId, handle }: Person): Promise<void> {
  const email = `${handle}@library.example`;
  for (const name of ["Reading lists of the whole university, each night", "Old signage"])
    await mintApiKey({ email, name });
  const [old] = (await listApiKeys({ personId })).filter(({ name }) => name === "Old signage");
  if (old) await revokeApiKey({ id: old.id, actorId: personId });
}

/** An address of a state in this library. */
export function addressIn(library: FullLibrary, path: string): string {
  const { insight, mailToken, talked, remark, open, answered } = library;
  return path
    .replace("MAILTOKEN", mailToken)
    .replace("INSIGHT", insight)
    .replace("TALKED", talked)
    .replace("REMARK", remark)
    .replace("OPEN", open)
    .replace("ANSWERED", answered);
}

/** Something of each kind that is kept about a department, its tree changed, and a sentence that an insight supports. */
async function keptOf(
  department: ADepartment,
  { reader, insightId }: { reader: Person; insightId: string },
): Promise<void> {
  const about = { departmentId: department.id, person: reader };
  const draft = aProfile({ coreBusiness: "Teaches government.", agendas: "Elections", rhythm: "weekly" });
  await saveProfile({ ...about, version: 0, draft });
  for (const kind of Object.keys(filledIn) as (keyof typeof filledIn)[])
    await anEntry({ kind, department, person: reader });
  for (const role of ["head", "new-person", "stakeholder"]) {
    const sent = { role, name: `Professor ${role}`, until: role === "stakeholder" ? "2025-01-01" : "" };
    await anEntry({ kind: "contact", department, person: reader, sent });
  }
  await anEntry({ kind: "source", department, sent: { kind: "publication", subscription: "asked-for" } });
  await anEntry({ kind: "approach", department, sent: { outcome: "not-now" } });
  const sentenceId = await anEntry({ kind: "sentence", department, person: reader });
  await citeInsight({ ...about, sentenceId, insightId, cited: true });
  const [service] = await listServices();
  const need = { serviceId: service?.id ?? "", state: "unmet", note: "A room", version: 0 } as const;
  await noteNeeds({ ...about, needs: [need] });
  await renameDepartment({ person: reader, slug: "silence", name: "Department of Quiet" });
}

/** A department the reader has taken over and partly read of, and one they are to have while somebody is away. */
async function handedOver(department: ADepartment, { id: to }: Person): Promise<void> {
  const today = dayIn("Europe/London", new Date());
  const [leaver, away, other] = [await aPerson(), await aPerson(), await aDepartment()];
  await aLiaison({ department, person: leaver, part: "co-owner" });
  await aLiaison({ department: other, person: away });
  const order = { to, today, actorId: to };
  const startsOn = daysAfter(today, 5);
  const planned = { ...order, from: away.id, startsOn, endsOn: daysAfter(today, 40) };
  await runTransaction((tx) => handOverDepartments(tx, planned));
  await runTransaction((tx) => handOverDepartments(tx, { ...order, from: leaver.id, startsOn: today }));
  const { id: handoverId } = (await findOwnHandover({ personId: to, slug: department.slug }))!;
  for (const step of ["briefing", "summary"] as const)
    await markHandoverStep({ personId: to, handoverId, step, read: true });
}

/** A notification of each kind, every other one read. */
async function toldOfEverything(to: { personId: string; insightId: string }): Promise<void> {
  const actorId = (await aPerson({ name: "Priya Shah" })).id;
  const rows = notificationKinds.map((kind, number) => {
    const at = new Date(Date.now() - number * 13 * 3_600_000);
    const readAt = number % 2 === 0 ? null : at;
    return { id: newId(), ...to, kind, actorId, dedupeKey: `${kind}:seen`, createdAt: at, readAt };
  });
  await db.insert(notifications).values(rows);
}

/** A poster and a document, as they go with an insight. */
async function withFiles(person: Person, insightId: string): Promise<void> {
  for (const [at, bytes] of [await aPicture("png"), aPdf()].entries()) {
    const kept = await keepUpload({ personId: person.id, upload: arrived(bytes, "On the wall") });
    if ("trouble" in kept) throw new Error(kept.trouble);
    const { file } = kept;
    const text = at === 0 ? "A poster on a wall" : "";
    await db
      .update(files)
      .set({ insightId, position: at, alternativeText: text })
      .where(eq(files.id, file.id));
  }
}

/** What the reader was writing, on another device. */
async function somethingBegun({ id }: Person): Promise<void> {
  const fields = { body: ["Heard on the stairs: the mooting room"], channel: ["coffee"] };
  await saveDraft({ personId: id, key: newId(), fields, version: 1, device: "Firefox on Windows" });
}
