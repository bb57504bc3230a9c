import { beforeAll, expect, test } from "vitest";
import { keepUpload } from "#app/files/keep-upload.server.ts";
import type { FormFile } from "#app/files/sent-files.ts";
import { attachFiles } from "#app/insights/attach-files.server.ts";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { anEntry, filledIn } from "#tests/departments/entries.ts";
import { aPicture, arrived } from "#tests/files/samples.ts";
import { allRoutes } from "#tests/support/all-routes.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import {
  type ADepartment,
  aDepartment,
  aLiaison,
  anInsight,
  aPerson,
  aTeam,
} from "#tests/support/factories.ts";
import { withoutChance } from "#tests/support/pages.ts";
import { insightTable } from "./insight-matrix.ts";
import { asInTable, type Row, routeTable, rowsOf } from "./route-matrix.ts";
import { weeklyRoutes } from "./weekly-routes.ts";

const app = useApp({ worker: false });
const routeRows = [routeTable, weeklyRoutes].flatMap((table) => rowsOf(table, { states: false }));
const insightRows = rowsOf(insightTable, { states: true });
const people = new Map<string, Person>();
let department: ADepartment;
let given: ADepartment;
let question: string;
let picture: Buffer;
let handedOver = 2040;

beforeAll(async () => {
  department = await aDepartment();
  question = await anEntry({ kind: "question", department });
  picture = await aPicture("png", { width: 4, height: 4 });
  const team = await aTeam();
  for (const role of ["assistant", "liaison", "editor", "admin"] as const) {
    people.set(role, await aPerson({ role, password: `the password of ${role}` }));
  }
  await anInsight({ departments: [department], sent: { tags: ["matrix"] } });
  people.set("mate", await aPerson({ team, role: "liaison" }));
  people.set("told", await aPerson({ team }));
  people.set("giver", await aPerson());
  given = await aDepartment();
  await aLiaison({ department: given, person: people.get("giver")! });
  people.set("editor-mate", await aPerson({ team, role: "editor" }));
  people.set("author", await aPerson({ team, role: "assistant" }));
});

const insight = (): { key: string; body: string; departments: string; channel: string } => ({
  key: crypto.randomUUID(),
  body: "Heard in the matrix.",
  departments: department.slug,
  channel: "coffee",
});

const forms: Record<string, () => Record<string, string>> = {
  POST: () => ({ email: "nobody@library.example", password: "nothing" }),
  post: insight,
  edit: () => ({ ...insight(), version: "1" }),
  change: () => ({ intent: "change-password", current: "wrong", next: "a new one that is long" }),
  theme: () => ({ intent: "choose-theme", theme: "dark" }),
  end: () => ({ intent: "end-sessions" }),
  withdraw: () => ({ intent: "withdraw" }),
  undo: () => ({ intent: "undo" }),
  restore: () => ({ intent: "restore" }),
  hide: () => ({ intent: "hide", reason: "for the matrix" }),
  unhide: () => ({ intent: "unhide" }),
  read: () => ({ upTo: "1" }),
  "read-all": () => ({ intent: "read-all", upTo: "1" }),
  "read-one": () => ({ intent: "read", id: crypto.randomUUID(), insight: crypto.randomUUID() }),
  stale: () => ({ intent: "approve", version: "999" }),
  "make-key": () => ({ intent: "make", name: "In the matrix", scope: "staff" }),
  "choose-mail": () => ({ scope: "mine", day: "3" }),
  choose: () => ({ mention: "here" }),
  misled: () => ({ thanks: "mail" }),
  again: () => ({ email: `${crypto.randomUUID()}@library.example`, password: "nothing" }),
  follow: () => ({ intent: "follow", kind: "department", slug: department.slug, back: "/me/following" }),
  save: () => ({ intent: "bring-back", name: "Matrix", address: "/search?q=matrix", tell: "weekly" }),
  open: () => ({ intent: "open", id: crypto.randomUUID() }),
  drop: () => ({ intent: "drop", key: crypto.randomUUID() }),
  corroborate: () => ({ intent: "corroborate" }),
  unvoice: () => ({ intent: "withdraw-corroboration" }),
  "in-words": () => ({ intent: "corroborate-in-words", words: "In the matrix." }),
  thank: () => ({ intent: "thank" }),
  comment: () => ({ intent: "comment", key: crypto.randomUUID(), body: "Said in the matrix." }),
  tell: () => ({ intent: "tell", colleagues: people.get("told")!.handle }),
  answer: () => ({ intent: "answer", comment: crypto.randomUUID() }),
  reopen: () => ({ intent: "reopen" }),
  template: () => {
    const id = crypto.randomUUID();
    return { intent: "add", id, name: `Heard ${id}`, body: "What:", kind: "", channel: "coffee" };
  },
  leavers: () => ({ intent: "leavers", leavers: "name" }),
  invite: () => ({
    intent: "invite",
    id: crypto.randomUUID(),
    name: "Invited In The Matrix",
    email: `${crypto.randomUUID()}@library.example`,
    role: "assistant",
    jobTitle: "",
    team: "Matrix",
  }),
  "sign-out": () => ({ intent: "sign-out" }),
  "api-key": () => ({
    intent: "make",
    id: crypto.randomUUID(),
    name: "In the matrix",
    person: people.get("told")!.handle,
    password: "the password of admin",
  }),
  revoke: () => ({ intent: "revoke-key", id: crypto.randomUUID(), typed: "In the matrix" }),
  team: () => ({ intent: "add", name: "Matrix" }),
  library: () => ({
    libraryName: "The Library",
    contact: "",
    timeZone: "Europe/London",
    departmentOne: "department",
    departmentMany: "departments",
    weekDay: "1",
    weekTime: "07:30",
  }),
  department: () => {
    const id = crypto.randomUUID();
    return { id, name: `Department ${id}`, kind: "school", parent: "", nicknames: "" };
  },
  liaison: () => ({ intent: "add-liaison", liaison: people.get("giver")!.handle }),
  nicknames: () => ({ intent: "nicknames", nicknames: "The matrix" }),
  services: () => ({ added: `Service ${crypto.randomUUID()}` }),
  ...Object.fromEntries(
    Object.entries(filledIn).map(([kind, fields]) => [
      kind,
      () => ({ intent: "add", id: crypto.randomUUID(), ...fields }),
    ]),
  ),
  "still-true": () => ({ intent: "confirm-true" }),
  phrase: () => ({
    intent: "add",
    id: crypto.randomUUID(),
    kind: "phrase",
    benefit: "saves-time",
    text: "It takes ten minutes",
  }),
  log: () => ({
    intent: "log",
    key: crypto.randomUUID(),
    source: "01920000-0000-7000-8000-000000000201",
    kind: "research",
  }),
  "hand-over": () => ({
    intent: "hand-over",
    key: crypto.randomUUID(),
    from: people.get("giver")!.handle,
    to: people.get("liaison")!.handle,
    departments: given.slug,
    lasting: "away",
    // A month for each sender, so that none is in another's way.
    startsOn: `${handedOver}-01-01`,
    endsOn: `${handedOver++}-02-01`,
  }),
  retry: () => ({ intent: "try-all-again" }),
  nonsense: () => ({ intent: "nonsense" }),
};

function send(client: Client, path: string, { doing }: Row) {
  return doing === "GET" ? client.get(path) : client.post(path, forms[doing]?.() ?? {});
}

/** An insight of the author's in this state, new for each cell, as what is done to it would change the next. */
async function insightThatIs(state: string): Promise<string> {
  const [author, editor] = [people.get("author")!, people.get("editor-mate")!];
  const kind = state.endsWith("question") ? "question" : "observation";
  const visibility =
    { "team-question": "team", team: "team", me: "me", "hidden-t": "team", "hidden-me": "me" }[state] ??
    "staff";
  const { id } = await anInsight({ person: author, departments: [department], sent: { visibility, kind } });
  if (state.startsWith("hidden")) await hideInsight({ person: editor, id, reason: "for the matrix" });
  if (state === "withdrawn") await withdrawInsight({ person: author, id });
  return id;
}

/** A picture of an insight that is in this state, of none yet, or taken off one. */
async function fileThatIs(state: string): Promise<string> {
  const author = people.get("author")!;
  const kept = await keepUpload({ personId: author.id, upload: arrived(picture) });
  if ("trouble" in kept) throw new Error(kept.trouble);
  const { file } = kept;
  if (state === "none") return file.id;
  const insightId = await insightThatIs(state === "removed" ? "staff" : state);
  const attach = (files: FormFile[]) =>
    runTransaction((tx) => attachFiles(tx, { insightId, personId: author.id, files }));
  await attach([{ ...file, decorative: true }]);
  if (state === "removed") await attach([]);
  return file.id;
}

test("every address stands in the matrix, and nothing else does", async () => {
  const tested = [...routeRows, ...insightRows].map(({ path }) => path.replace("?index", ""));
  expect(new Set(tested)).toEqual(new Set(await allRoutes()));
});

test.each(routeRows.map((row) => [`${row.path} ${row.doing}`, row] as const))("%s", async (_, row) => {
  const path = row.path
    .replace(":week", "2026-W47")
    .replace(":slug", department.slug)
    .replace(":question", question)
    .replace(":tag", "matrix")
    .replace(":handle", people.get("told")!.handle)
    .replace(":token", "nobody-was-given-this-one")
    .replace("*", "nowhere");
  const answers = new Map<string, string>();
  for (const who of row.expected.keys()) {
    answers.set(who, asInTable(await send(await app.as(people.get(who)), path, row)));
  }
  // This week's page is where signing in leads anyway, so its address is not said.
  if (row.path === "/" && row.doing === "GET") answers.set("signed-out", "in");
  expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(row.expected));
});

const named = insightRows.map((row) => [`${row.path} ${row.doing} ${row.state}`, row] as const);

test.each(named)("%s", async (_, row) => {
  const answers = new Map<string, string>();
  for (const who of row.expected.keys()) {
    const client = await app.as(people.get(who));
    const subject = row.path.startsWith("/files") ? fileThatIs(row.state) : insightThatIs(row.state);
    const path = row.path.replace(":id", await subject);
    const real = await send(client, path, row);
    answers.set(who, asInTable(real));
    if (row.doing === "GET") {
      const data = await client.get(`${path}.data`);
      expect(data.status, `its data for ${who}`).toBe(real.status === 302 ? 202 : real.status);
    }
    if (real.status !== 404) continue;
    const none = await send(client, row.path.replace(":id", crypto.randomUUID()), row);
    expect(none.status).toBe(404);
    expect
      .soft(withoutChance(real.text), `${who} can tell it from an unknown one`)
      .toBe(withoutChance(none.text));
  }
  expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(row.expected));
});

test("signing in comes back to the address asked for", async () => {
  const client = await app.as();
  expect((await client.get("/")).location).toBe("/sign-in");
  const asked = "/search?q=open+access&tag=rdm";
  expect((await client.get(asked)).location).toBe(`/sign-in?to=${encodeURIComponent(asked)}`);
});
