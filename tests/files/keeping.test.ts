import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { FileFacts } from "#app/files/file.ts";
import type { FileTrouble } from "#app/files/file-trouble.ts";
import { keepUpload } from "#app/files/keep-upload.server.ts";
import { openBytes, smallOf } from "#app/files/kept-bytes.server.ts";
import { type KeptFile, listKeptFiles } from "#app/files/list-kept-files.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { aBomb, aPdf, aPhotograph, aPicture, arrived, look } from "./samples.ts";

useDatabase();
useFilesFolder();

async function keep(bytes: Buffer, name?: string): Promise<{ file: FileFacts } | { trouble: FileTrouble }> {
  return keepUpload({ personId: (await aPerson()).id, upload: arrived(bytes, name) });
}

async function kept(bytes: Buffer, name?: string): Promise<FileFacts> {
  const result = await keep(bytes, name);
  if ("trouble" in result) throw new Error(`it was refused: ${result.trouble}`);
  return result.file;
}

async function bytesOf(id: string): Promise<Buffer> {
  const opened = await openBytes(id);
  if (!opened) throw new Error("nothing is kept");
  return buffer(opened.bytes);
}

test.each(["png", "jpeg", "webp"] as const)("a %s is drawn anew, with a small copy", async (kind) => {
  const file = await kept(await aPicture(kind, { width: 2_400, height: 1_200 }), `Reading room.${kind}`);
  expect(file).toMatchObject({
    type: `image/${kind}`,
    name: `Reading room.${kind}`,
    width: 2_000,
    height: 1_000,
  });
  const large = await bytesOf(file.id);
  expect(large.length).toBe(file.bytes);
  expect(await look(large).metadata()).toMatchObject({ format: kind, width: 2_000, height: 1_000 });
  const small = await look(await bytesOf(smallOf(file.id))).metadata();
  expect(small).toMatchObject({ format: "webp", width: 640, height: 320 });
});

test("a small picture keeps its size, and its upload is written down", async () => {
  const file = await kept(await aPicture("png", { width: 30, height: 20 }));
  expect([file.width, file.height]).toEqual([30, 20]);
  const [event] = await db.select().from(events).where(eq(events.subjectId, file.id));
  expect(event).toMatchObject({ name: "file.uploaded" });
});

test("where a photograph was taken is gone, with all else it said of itself, and it stands upright", async () => {
  const sent = await aPhotograph();
  const before = await look(sent).metadata();
  expect(before.orientation).toBe(6);
  expect(before.exif?.toString("latin1")).toContain("Telephone");
  expect(before.xmp?.toString()).toContain("Edinburgh");
  const file = await kept(sent, "IMG_2041.JPG");
  expect([file.width, file.height]).toEqual([400, 600]);
  for (const id of [file.id, smallOf(file.id)]) {
    const bytes = await bytesOf(id);
    const { exif, xmp, iptc, icc, orientation } = await look(bytes).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    for (const word of ["Telephone", "Edinburgh", "Priya", "GPS", "Exif"]) {
      expect(bytes.includes(word), word).toBe(false);
    }
  }
});

test("a PDF stays as it is", async () => {
  const sent = aPdf({ script: "app.alert(1)" });
  const file = await kept(sent, "Minutes.PDF");
  expect(file).toMatchObject({ type: "application/pdf", name: "Minutes.pdf", width: null, height: null });
  expect((await bytesOf(file.id)).equals(sent)).toBe(true);
  expect(await openBytes(smallOf(file.id))).toBeUndefined();
});

const html = "<!DOCTYPE html><script>alert(1)</script>";
const gif = Buffer.from(
  "47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b",
  "hex",
);

test.each([
  ["a GIF", gif],
  ["a page", Buffer.from(html)],
  ["a script", Buffer.from("alert(document.cookie)//".padEnd(500, " "))],
  [
    "a drawing that can run scripts",
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`),
  ],
  ["a GIF that is a script as well", Buffer.concat([Buffer.from("GIF89a/*"), Buffer.from("*/=1;alert(1)")])],
  ["a zip", Buffer.from("504b0304140000000000".padEnd(80, "0"), "hex")],
  ["a program", Buffer.from("4d5a90000300000004000000ffff0000".padEnd(200, "0"), "hex")],
  ["one letter", Buffer.from("x")],
  ["a PDF not at its beginning", Buffer.concat([Buffer.from(html), aPdf()])],
])("%s called picture.png is not taken", async (_, bytes) => {
  expect(await keep(bytes, "picture.png")).toEqual({ trouble: "unknown-type" });
});

test("what hides behind a picture's end, or in its words, is not kept", async () => {
  const picture = await aPicture("png");
  const file = await kept(Buffer.concat([picture, Buffer.from(html)]), "picture.html");
  expect(file).toMatchObject({ type: "image/png", name: "picture.html.png" });
  expect((await bytesOf(file.id)).includes("script")).toBe(false);
  const commented = await look(await aPicture("jpeg"))
    .withXmp(`<x>${html}</x>`)
    .toBuffer();
  expect(commented.includes("script")).toBe(true);
  const second = await kept(commented, "page.php.jpg");
  expect((await bytesOf(second.id)).includes("script")).toBe(false);
});

test.each([
  ["nothing", Buffer.alloc(0), "empty"],
  ["a bomb of 30,000 by 30,000", aBomb(30_000, 30_000), "too-many-pixels"],
  ["one of 7,072 by 7,071", aBomb(7_072, 7_071), "too-many-pixels"],
  ["one byte more than 10 MB", aPdf({ bytes: 10 * 1024 * 1024 + 1 }), "too-large"],
  ["a PNG that is only a beginning", aBomb(40, 40).subarray(0, 40), "broken"],
])("%s is refused", async (_, bytes, trouble) => {
  expect(await keep(bytes)).toEqual({ trouble });
});

test("10 MB exactly are taken, and so is a picture cut short by nothing but a bomb's name", async () => {
  expect((await kept(aPdf({ bytes: 10 * 1024 * 1024 }))).bytes).toBe(10 * 1024 * 1024);
  expect((await kept(aBomb(3_000, 3_000))).width).toBe(2_000);
});

test("a photograph cut off in the middle is refused, and leaves nothing", async () => {
  const whole = await aPicture("jpeg", { width: 1_000, height: 1_000 });
  expect(await keep(whole.subarray(0, whole.length / 2))).toEqual({ trouble: "broken" });
});

test("of a moving picture the first is kept", async () => {
  const colours = ["#ff0000", "#00ff00", "#0000ff"];
  const frames = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const moving = await sharp(
    frames.map((frame) => arrived(frame).path),
    { join: { animated: true } },
  )
    .webp({ loop: 0 })
    .toBuffer();
  expect((await look(moving).metadata()).pages).toBe(3);
  const file = await kept(moving);
  const first = look(await bytesOf(file.id));
  expect((await first.metadata()).pages ?? 1).toBe(1);
  const [red = 0, green = 0] = await first.raw().toBuffer();
  expect([red > 200, green < 60]).toEqual([true, true]);
});

test("forty that wait are enough of one person's", async () => {
  const { id: personId } = await aPerson();
  const sent = aPdf();
  for (let number = 0; number < 40; number++) {
    expect(await keepUpload({ personId, upload: arrived(sent) })).toHaveProperty("file");
  }
  expect(await keepUpload({ personId, upload: arrived(sent) })).toEqual({ trouble: "too-many" });
});

test("what a backup has to hold is listed, each file once", async () => {
  const picture = await kept(await aPicture("png"));
  const listed: KeptFile[] = [];
  for await (const file of listKeptFiles()) listed.push(file);
  const one = listed.filter(({ parts }) => parts[0] === picture.id);
  expect(one.map(({ parts }) => parts)).toEqual([[picture.id, smallOf(picture.id)]]);
  for (const { parts, sha256, bytes } of listed) {
    const stored = await bytesOf(parts[0] ?? "");
    expect([stored.length, createHash("sha256").update(stored).digest("hex")]).toEqual([bytes, sha256]);
  }
});

test("the room's own limit and the front door's are one", async () => {
  const [{ fileLimits }, { limits }] = await Promise.all([
    import("#app/files/file.ts"),
    import("#app/http/limits.server.ts"),
  ]);
  expect([limits.fileBytes, limits.files]).toEqual([fileLimits.bytes, fileLimits.perInsight]);
});
