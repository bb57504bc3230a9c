import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, utimesSync } from "node:fs";

import { Readable } from "node:stream";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { keepUpload } from "#app/files/keep-upload.server.ts";
import { keepBytes, openBytes, smallOf } from "#app/files/kept-bytes.server.ts";
import { sweepFiles } from "#app/files/sweep-files.server.ts";
import { attachFiles } from "#app/insights/attach-files.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { events } from "#db/schema/events.server.ts";
import { files } from "#db/schema/files.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { firstMessage } from "#tests/support/processes.ts";
import { aPdf, aPicture, arrived } from "./samples.ts";

useDatabase();
const folder = useFilesFolder();
const nothing = { rows: 0, orphans: 0, begun: 0 };

function onDisk(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

async function isKept(id: string): Promise<boolean> {
  const opened = await openBytes(id);
  opened?.bytes.destroy();
  return opened !== undefined;
}

async function anUpload(personId: string, bytes?: Buffer) {
  const kept = await keepUpload({ personId, upload: arrived(bytes ?? (await aPicture("png"))) });
  if ("trouble" in kept) throw new Error(kept.trouble);
  return kept.file;
}

function grownOld(id: string, hours: number) {
  return db
    .update(files)
    .set({ uploadedAt: sql`now() - make_interval(hours => ${hours})` })
    .where(eq(files.id, id));
}

test("killed in the middle of a file and between bytes and row, nothing is half there, and both are swept", async () => {
  const [whole, half] = [newId(), newId()];
  const child = fork("tests/files/killed-keeper.program.ts", [whole, half], { stdio: "inherit" });
  await firstMessage(child);
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
  expect([await isKept(whole), await isKept(half)]).toEqual([true, false]);
  expect(onDisk().filter((name) => name.startsWith(half))).toHaveLength(1);

  // Young ones may still be somebody's, in the middle of an upload.
  expect(await sweepFiles()).toEqual(nothing);
  expect(await sweepFiles({ bytesMs: 0 })).toMatchObject({ rows: 0, orphans: 1, begun: 1 });
  expect(onDisk().filter((name) => name.startsWith(whole) || name.startsWith(half))).toEqual([]);
});

test("a file never posted goes after 48 hours, with its bytes, and the ledger says so", async () => {
  const { id: personId } = await aPerson();
  const [young, old] = [await anUpload(personId), await anUpload(personId)];
  await grownOld(young.id, 47);
  await grownOld(old.id, 49);
  expect((await sweepFiles()).rows).toBe(1);
  expect([await isKept(young.id), await isKept(smallOf(young.id))]).toEqual([true, true]);
  expect([await isKept(old.id), await isKept(smallOf(old.id))]).toEqual([false, false]);
  const names = await db
    .select({ name: events.name })
    .from(events)
    .where(eq(events.subjectId, old.id))
    .orderBy(events.seq);
  expect(names.map(({ name }) => name)).toEqual(["file.uploaded", "file.removed"]);
});

test("one that waits in its uploader's draft is kept as long as the draft is", async () => {
  const { id: personId } = await aPerson();
  const file = await anUpload(personId, aPdf());
  await grownOld(file.id, 100);
  const others = await aPerson();
  const draft = { key: "draft-of-the-test", fields: { file: [newId(), file.id], fileText: ["", ""] } };
  await db.insert(drafts).values({ ...draft, personId });
  expect((await sweepFiles()).rows).toBe(0);
  await db.delete(drafts);
  // Another's draft that names it keeps nothing.
  await db.insert(drafts).values({ ...draft, personId: others.id });
  expect((await sweepFiles()).rows).toBe(1);
});

test("a file of an insight stays, however old; taken off it, it goes after 48 hours", async () => {
  const { id: insightId, person } = await anInsight();
  const file = await anUpload(person.id, aPdf());
  const asForm = { ...file, decorative: false };
  const attach = (wanted: (typeof asForm)[]) =>
    runTransaction((tx) => attachFiles(tx, { insightId, personId: person.id, files: wanted }));
  await attach([asForm]);
  await grownOld(file.id, 5_000);
  expect(await sweepFiles({ bytesMs: 0 })).toMatchObject({ rows: 0 });
  expect(await isKept(file.id)).toBe(true);
  await attach([]);
  expect((await sweepFiles()).rows).toBe(0);
  await db.update(files).set({ removedAt: sql`now() - interval '49 hours'` }).where(eq(files.id, file.id));
  expect((await sweepFiles()).rows).toBe(1);
  expect(await isKept(file.id)).toBe(false);
});

test("bytes left of an upload that was cut off are swept from where it arrived", async () => {
  await sweepFiles({ bytesMs: 0 });
  const { path } = arrived(aPdf());
  expect((await sweepFiles()).begun).toBe(0);
  const before = new Date(Date.now() - 2 * 60 * 60_000);
  utimesSync(path, before, before);
  expect((await sweepFiles()).begun).toBe(1);
});

test.each(["../../../etc/passwd", "..", "", "a/b", `${newId()}/../x`, `${newId()}-large`, `${newId()}\0`])(
  "no id but a file's becomes a path: %j",
  async (id) => {
    await expect(openBytes(id)).rejects.toThrow("not the id of a file");
    await expect(keepBytes(id, Readable.from(["x"]))).rejects.toThrow("not the id of a file");
  },
);

test("a folder that cannot be written to loses nothing and leaves nothing", async () => {
  const id = newId();
  const failing = Readable.from(
    (async function* () {
      yield Buffer.alloc(10);
      throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
    })(),
  );
  await expect(keepBytes(id, failing)).rejects.toThrow("ENOSPC");
  expect(onDisk().filter((name) => name.includes(id))).toEqual([]);
});
