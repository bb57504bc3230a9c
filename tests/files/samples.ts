import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import type { ArrivedFile } from "#app/files/keep-upload.server.ts";

type Kind = "png" | "jpeg" | "webp";

/** A picture of this size with something to see in it. */
export function aPicture(kind: Kind, { width = 400, height = 300 } = {}): Promise<Buffer> {
  const left = {
    input: { create: { width: Math.ceil(width / 2), height, channels: 3, background: "#0f5a5a" } },
  };
  return sharp({ create: { width, height, channels: 3, background: "#f7f3eb" } })
    .composite([{ ...left, left: 0, top: 0 } as never])
    .toFormat(kind)
    .toBuffer();
}

/** A photograph as a telephone takes it: lying on its side, and saying where and by what it was taken. */
export async function aPhotograph(): Promise<Buffer> {
  return look(await aPicture("jpeg", { width: 600, height: 400 }))
    .withExif({
      IFD0: { Make: "Telephone", Model: "Seven", Copyright: "Priya Shah", Orientation: "6" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "55/1 56/1 42/1",
        GPSLongitudeRef: "W",
        GPSLongitude: "3/1 11/1 15/1",
      },
    })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><place>Edinburgh</place></x:xmpmeta>")
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A small PDF; with `script`, one that would run something when it is opened. */
export function aPdf({ script = "", bytes = 0 } = {}): Buffer {
  const action = script ? `/OpenAction << /S /JavaScript /JS (${script}) >>` : "";
  const text = `%PDF-1.4\n1 0 obj << /Type /Catalog ${action} >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`;
  return Buffer.concat([Buffer.from(text), Buffer.alloc(Math.max(0, bytes - text.length), "%")]);
}

/** A PNG that says it has this size and holds all its pixels in a few kilobytes. */
export function aBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a pixel, palette or none: grey.
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(Math.ceil(width / 8 + 1) * height), { level: 9 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Opens a picture from a file, as the application may: once it has drawn one, nothing reads pictures otherwise. */
export function look(bytes: Buffer): Sharp {
  return sharp(arrived(bytes).path);
}

/** Bytes as they stand on the disk when an upload has arrived. */
export function arrived(bytes: Buffer, name = "a file"): ArrivedFile {
  const folder = join(process.env.FILES_DIR ?? "", "incoming");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, randomUUID());
  writeFileSync(path, bytes);
  return { path, name, bytes: bytes.length };
}
