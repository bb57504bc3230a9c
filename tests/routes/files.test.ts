import { readdirSync } from "node:fs";
import { join } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { events } from "#db/schema/events.server.ts";
import { files } from "#db/schema/files.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { aPdf, aPicture } from "#tests/files/samples.ts";
import { type SentPart, sendForm, upload } from "#tests/files/sending.ts";
import { useApp } from "#tests/support/app.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { withoutChance } from "#tests/support/pages.ts";

const app = useApp({ worker: false, settings: { WRITES_PER_MINUTE: "10000" } });
let person: Person;
let department: ADepartment;
let picture: SentPart;
const pdf: SentPart = { name: "Minutes – March.pdf", bytes: aPdf({ script: "app.alert(1)" }) };

beforeAll(async () => {
  person = await aPerson();
  department = await aDepartment();
  picture = { name: "Poster.png", bytes: await aPicture("png", { width: 900, height: 600 }) };
});

const form = (more: Record<string, string | string[]> = {}) => ({
  key: crypto.randomUUID(),
  body: "A poster on the second floor.",
  departments: department.slug,
  channel: "coffee",
  filesShown: "1",
  ...more,
});

function filesOf(insightId: string) {
  return db
    .select()
    .from(files)
    .where(and(eq(files.insightId, insightId), isNull(files.removedAt)))
    .orderBy(files.position);
}

async function lastInsight(author = person): Promise<string> {
  const rows = await db.select().from(insights).where(eq(insights.authorId, author.id)).orderBy(insights.seq);
  return rows.at(-1)?.id ?? "";
}

function incoming(): string[] {
  return readdirSync(join(process.env.FILES_DIR ?? "", "incoming"));
}

/** It is cleared away when the answer has been sent. */
async function nothingIncoming(): Promise<void> {
  await expect.poll(() => incoming()).toEqual([]);
}

test("an uploaded picture goes with the insight, is shown on its card and page, and is served harmlessly", async () => {
  const id = await upload(app, person, picture);
  const posted = await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form({ file: id, fileText: "A poster: silence after ten", fileDecorative: [] }),
  });
  expect(posted.status).toBe(302);
  const insightId = await lastInsight();
  expect(await filesOf(insightId)).toMatchObject([{ id, alternativeText: "A poster: silence after ten" }]);

  const reader = await app.as(await aPerson());
  const page = await reader.get(`/insights/${insightId}`);
  expect(page.text).toContain(`src="/files/${id}"`);
  expect(page.text).toContain("Pictures and files");
  expect((await reader.get(`/departments/${department.slug}`)).text).toContain(
    `<img src="/files/${id}/small" alt="A poster: silence after ten" width="128" height="96" loading="lazy"`,
  );
  for (const [path, type] of [
    [`/files/${id}`, "image/png"],
    [`/files/${id}/small`, "image/webp"],
  ] as const) {
    const { status, headers } = await reader.get(path);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": type,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
    expect(headers.get("content-disposition")).toMatch(/^inline; filename="Poster/);
    expect(headers.has("set-cookie")).toBe(false);
  }
});

test("without script, a document goes with the form in one step, and is only ever saved", async () => {
  const posted = await sendForm(app, { person, path: "/insights/new", fields: form(), parts: [pdf] });
  expect(posted.status).toBe(302);
  const [file] = await filesOf(await lastInsight());
  expect(file).toMatchObject({ name: "Minutes – March.pdf", type: "application/pdf" });
  const { headers, status } = await (await app.as(person)).get(`/files/${file?.id}`);
  expect([status, headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect(headers.get("content-disposition")).toBe(
    `attachment; filename="Minutes _ March.pdf"; filename*=UTF-8''Minutes%20%E2%80%93%20March.pdf`,
  );
  expect((await (await app.as(person)).get(`/files/${file?.id}/small`)).status).toBe(404);
  await nothingIncoming();
});

test("without script, a picture is kept and its description asked for; then both are posted", async () => {
  const first = await sendForm(app, { person, path: "/insights/new", fields: form(), parts: [picture] });
  expect(first.status).toBe(400);
  expect(first.text).toContain("Describe “Poster.png” for people who cannot see it");
  expect(first.text).toContain("A poster on the second floor.");
  const [, id = ""] = /name="file" value="([0-9a-f-]{36})"/.exec(first.text) ?? [];
  const second = await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form({ file: id, fileText: "", fileDecorative: id }),
  });
  expect(second.status).toBe(302);
  expect(await filesOf(await lastInsight())).toMatchObject([{ id, alternativeText: "" }]);
});

test("when something else is wrong the file is kept with the text", async () => {
  const answer = await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form({ departments: "" }),
    parts: [pdf],
  });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("Choose a department");
  expect(answer.text).toMatch(/name="file" value="[0-9a-f-]{36}"/);
});

test.each([
  ["a GIF named .png", { name: "x.png", bytes: Buffer.from("GIF89a;alert(1)") }, "“x.png” is not a picture"],
  [
    "a page named .pdf",
    { name: "x.pdf", bytes: Buffer.from("<script>1</script>") },
    "“x.pdf” is not a picture",
  ],
  ["nothing", { name: "x.pdf", bytes: Buffer.alloc(0) }, "“x.pdf” is empty"],
  [
    "a byte too many",
    { name: "x.pdf", bytes: aPdf({ bytes: 10 * 1024 * 1024 + 1 }) },
    "“x.pdf” is larger than 10 MB",
  ],
])("%s is refused by name, by itself and with the form, and the text stays", async (_, part, words) => {
  const alone = await sendForm(app, { person, path: "/files", parts: [part] });
  expect([alone.status, JSON.parse(alone.text).problem]).toEqual([400, expect.stringContaining(words)]);
  const before = await lastInsight();
  const withForm = await sendForm(app, { person, path: "/insights/new", fields: form(), parts: [part] });
  expect(withForm.status).toBe(400);
  expect(withForm.text).toContain(words);
  expect(withForm.text).toContain("A poster on the second floor.");
  expect(await lastInsight()).toBe(before);
  await nothingIncoming();
});

test("a sixth file is one too many; the five before it are kept", async () => {
  const answer = await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form(),
    parts: Array.from({ length: 6 }, (_, at) => ({ ...pdf, name: `${at}.pdf` })),
  });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("“5.pdf” was not taken: at most five pictures and files");
  const ids = [...answer.text.matchAll(/name="file" value="([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);
  expect(ids).toHaveLength(5);
  const six = [...ids, await upload(app, person, pdf)];
  const again = await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form({ file: six, fileText: six.map(() => "") }),
  });
  expect([again.status, again.text.includes("At most 5 pictures and files: remove 1")]).toEqual([400, true]);
  const fine = await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form({ file: ids, fileText: ids.map(() => "") }),
  });
  expect(fine.status).toBe(302);
  expect((await filesOf(await lastInsight())).map(({ id }) => id)).toEqual(ids);
});

test("nobody attaches another's file, one that is attached already, or one taken off", async () => {
  const theirs = await upload(app, await aPerson(), pdf);
  const mine = await upload(app, person, pdf);
  const attach = (id: string, more = {}) =>
    sendForm(app, { person, path: "/insights/new", fields: form({ file: id, fileText: "", ...more }) });
  for (const id of [theirs, newId(), "x", "' or 1=1 --"]) {
    const answer = await attach(id);
    expect([answer.status, answer.text.includes("A file is no longer there")]).toEqual([400, true]);
  }
  expect((await attach(mine)).status).toBe(302);
  const first = await lastInsight();
  // The same file once more, under another insight: it stays where it is.
  expect((await attach(mine)).status).toBe(400);
  expect((await filesOf(first)).map(({ id }) => id)).toEqual([mine]);

  const edit = await sendForm(app, {
    person,
    path: `/insights/${first}/edit`,
    fields: form({ version: "1" }),
  });
  expect([edit.status, await filesOf(first)]).toEqual([302, []]);
  expect((await (await app.as(person)).get(`/files/${mine}`)).status).toBe(404);
  expect((await attach(mine)).status).toBe(400);
  const names = await db.select({ name: events.name }).from(events).where(eq(events.subjectId, mine));
  expect(names.map(({ name }) => name)).toEqual(["file.uploaded", "file.removed"]);
});

test("correcting without the form's files leaves them; with them it adds, describes anew and orders", async () => {
  const [one, two] = [await upload(app, person, picture), await upload(app, person, pdf)];
  await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form({ file: one, fileText: "First words" }),
  });
  const id = await lastInsight();
  const edit = (fields: Record<string, string | string[]>) =>
    sendForm(app, { person, path: `/insights/${id}/edit`, fields });
  const { filesShown: _, ...without } = form({ version: "1" });
  expect((await edit(without)).status).toBe(302);
  expect(await filesOf(id)).toMatchObject([{ id: one, alternativeText: "First words" }]);
  const shown = await (await app.as(person)).get(`/insights/${id}/edit`);
  expect(shown.text).toContain('value="First words"');
  const more = form({ version: "2", file: [two, one], fileText: ["", "Better words"] });
  expect((await edit(more)).status).toBe(302);
  expect(await filesOf(id)).toMatchObject([{ id: two }, { id: one, alternativeText: "Better words" }]);
  // Somebody else cannot add to it, nor take from it.
  const other = await aPerson();
  const theirs = await sendForm(app, {
    person: other,
    path: `/insights/${id}/edit`,
    fields: form({ version: "3" }),
  });
  expect([theirs.status, (await filesOf(id)).length]).toEqual([404, 2]);
});

test("undone, an insight's text comes back with its files, and they go with the next post", async () => {
  const file = await upload(app, person, pdf);
  await sendForm(app, { person, path: "/insights/new", fields: form({ file, fileText: "" }) });
  const undone = await lastInsight();
  await withdrawInsight({ person, id: undone });
  const page = await (await app.as(person)).get(`/insights/new?undone=${undone}`);
  expect(page.text).toContain(`name="file" value="${file}"`);
  const again = await sendForm(app, { person, path: "/insights/new", fields: form({ file, fileText: "" }) });
  expect(again.status).toBe(302);
  expect((await filesOf(await lastInsight())).map(({ id }) => id)).toEqual([file]);
});

test("a restricted insight's file is as if it were not there for others, under every address", async () => {
  const { id: insightId, person: author } = await anInsight({ sent: { visibility: "me" } });
  const file = await upload(app, author, { ...pdf, name: "canary-7f3a.pdf" });
  await sendForm(app, {
    person: author,
    path: `/insights/${insightId}/edit`,
    fields: form({ version: "1", visibility: "me", file, fileText: "" }),
  });
  expect((await (await app.as(author)).get(`/files/${file}`)).status).toBe(200);
  const other = await app.as(await aPerson({ role: "admin" }));
  for (const end of ["", "/small", ".data", "?x=1"]) {
    const [real, none] = [
      await other.get(`/files/${file}${end}`),
      await other.get(`/files/${newId()}${end}`),
    ];
    expect(real.status, end).toBe(404);
    expect(withoutChance(real.text)).toBe(withoutChance(none.text));
    expect(real.text).not.toContain("canary");
    expect([...real.headers.keys()]).toEqual([...none.headers.keys()]);
  }
  expect(JSON.parse((await other.get(`/files?file=${file}`)).text)).toEqual({ files: [] });
  expect(JSON.parse((await (await app.as(author)).get(`/files?file=${file}`)).text).files).toHaveLength(1);
});

test.each(["x", "..%2f..%2fetc%2fpasswd", "%00", `${newId()}%2fsmall`, `${newId()}-small`, "a".repeat(300)])(
  "no other address reaches a file: %s",
  async (id) => expect((await (await app.as(person)).get(`/files/${id}`)).status).toBe(404),
);
