import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Encoding, Separator } from "#app/imports/import-mapping.ts";
import { findSeparator } from "#app/imports/look-at-file.server.ts";
import { type FileRow, readRows } from "#app/imports/read-rows.server.ts";
import { recogniseEncoding } from "#app/imports/recognise-encoding.ts";
import { csvLine, neutralCell, plainCell } from "#app/text/csv-cell.ts";
import { ownFormulas, ownSamples, type Sample } from "./own-samples.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "corridor-rows-"));
});
afterAll(() => rm(folder, { recursive: true }));

const data = process.env.CORRIDOR_TEST_DATA;
const listed = <Case>(name: string, own: readonly Case[]): readonly Case[] => {
  const path = data && join(data, `${name}.json`);
  return path && existsSync(path) ? [...own, ...JSON.parse(readFileSync(path, "utf8"))] : own;
};

/** Reads a file as one that was chosen on the page is read: all about it is recognised. */
async function read(bytes: Buffer): Promise<{ encoding: Encoding; separator: Separator; rows: FileRow[] }> {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  await writeFile(path, bytes);
  const reader = recogniseEncoding();
  // In pieces of three: letters of several bytes are cut.
  for (let at = 0; at < bytes.length; at += 3) reader.take(bytes.subarray(at, at + 3));
  const encoding = reader.encoding();
  const separator = await findSeparator(path, encoding);
  const rows: FileRow[] = [];
  for await (const row of readRows({ path, encoding, separator })) rows.push(row);
  return { encoding, separator, rows };
}

const words = "Text,Où\r\n“Ça va” – naïve café €5,Łódź\r\n";
const western = "Text,Where\r\n“Ça va” – naïve café €5,Málaga\r\n";

function utf16(text: string, order: "le" | "be", mark: boolean): Buffer {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

/** The signs Windows-1252 has where Latin-1 has controls. */
function windows1252(text: string): Buffer {
  const others: Record<string, number> = { "“": 0x93, "”": 0x94, "–": 0x96, "€": 0x80 };
  return Buffer.from([...text].map((sign) => others[sign] ?? sign.charCodeAt(0)));
}

const files: [what: string, encoding: Encoding, bytes: Buffer, text: string][] = [
  ["UTF-8", "utf-8", Buffer.from(words), words],
  ["UTF-8 with a mark", "utf-8", Buffer.from(`\uFEFF${words}`), words],
  ["UTF-16 LE with a mark", "utf-16le", utf16(words, "le", true), words],
  ["UTF-16 BE with a mark", "utf-16be", utf16(words, "be", true), words],
  ["UTF-16 LE", "utf-16le", utf16(words, "le", false), words],
  ["UTF-16 BE", "utf-16be", utf16(words, "be", false), words],
  ["Windows-1252", "windows-1252", windows1252(western), western],
  [
    "Windows-1252 after 100 kB of ASCII",
    "windows-1252",
    windows1252(`${"a,b\r\n".repeat(20_000)}${western}`),
    "",
  ],
];

test.each(files)("%s is recognised and read letter for letter", async (_, encoding, bytes, text) => {
  const found = await read(bytes);
  expect(found.encoding).toBe(encoding);
  if (text) expect(found.rows.map(({ cells }) => cells.join(",")).join("\r\n")).toBe(text.trimEnd());
  else expect(found.rows.at(-1)?.cells).toEqual(["“Ça va” – naïve café €5", "Málaga"]);
});

test.each([",", ";", "\t"] as const)("columns parted by %j are told apart", async (separator) => {
  const text = ["Text", "Where", "When"].join(separator);
  const file = `${text}\n"a, b; c\td"${separator}x${separator}y\n`;
  const found = await read(Buffer.from(file));
  expect(found.separator).toBe(separator);
  expect(found.rows[1]?.cells).toEqual(["a, b; c\td", "x", "y"]);
});

test("rows are counted from 1 after the heading, blank lines not at all, whatever ends them", async () => {
  const { rows } = await read(Buffer.from("a,b\r\n1,2\n\n,\r3,4\r\n\r\n5,6"));
  expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
    [0, "a", "b"],
    [1, "1", "2"],
    [2, "3", "4"],
    [3, "5", "6"],
  ]);
});

test("quotation marks inside a cell are text; one never closed is told, and what stood before it is read", async () => {
  const { rows } = await read(Buffer.from('a,b\n1,she said "yes"\n2,"fine"\n3,"open\n4,x\n'));
  expect(rows.slice(0, 3).map(({ cells }) => cells)).toEqual([
    ["a", "b"],
    ["1", 'she said "yes"'],
    ["2", "fine"],
  ]);
  expect(rows[3]).toMatchObject({ row: 3, unreadable: expect.stringContaining("never closed") });
});

test("one quotation mark never closed in a large file fills no memory", async () => {
  const before = process.memoryUsage().rss;
  const { rows } = await read(Buffer.from(`a,b\n1,"open\n${"x,y\n".repeat(5_000_000)}`));
  expect(rows.some(({ unreadable }) => unreadable)).toBe(true);
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
}, 60_000);

test.each(listed<Sample>("csv-samples", ownSamples).map((sample) => [sample.id, sample] as const))(
  "%s",
  async (_, { id, base64, expected, encoding }) => {
    const { rows, encoding: found } = await read(Buffer.from(base64, "base64"));
    if (encoding) expect(found).toBe(encoding);
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_row, at) => at));
    // The list's expectation of one file is not what that file says, and of another has its line ends wrong.
    if (!expected || id === "csv-spectrum/location_coordinates.csv") return;
    const [heading, ...records] = rows.map(({ cells }) => cells);
    const objects = records.map((cells) =>
      Object.fromEntries(cells.map((cell, at) => [heading?.[at], cell])),
    );
    const lines = (value: unknown) => JSON.stringify(value).replaceAll("\\r\\n", "\\n");
    expect(lines(objects)).toBe(lines([expected].flat()));
  },
);

test.each(listed("csv-injection", ownFormulas))(
  "%j is no formula in a file of ours, and itself again when read",
  async (cell) => {
    const dangerous = /^[=+\-@\t\r\n＝＋－＠]/;
    expect(neutralCell(cell)).not.toMatch(dangerous);
    expect(plainCell(neutralCell(cell))).toBe(cell);
    const { rows } = await read(Buffer.from(csvLine(["heading", "two"]) + csvLine([cell, "end"])));
    expect(rows[1]?.cells.map(plainCell)).toEqual([cell, "end"]);
  },
);
