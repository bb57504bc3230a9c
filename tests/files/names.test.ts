import { expect, test } from "vitest";
import { sizeInWords } from "#app/files/file.ts";
import { contentDisposition, fileName } from "#app/files/file-name.ts";
import { fromFolder, some } from "#tests/security/hostile-input.ts";
import { ownHostileNames } from "#tests/security/hostile-own.ts";

const seed = Number(process.env.CORRIDOR_TEST_SEED ?? Math.floor(Math.random() * 1e9));

test.each([
  ["Reading room.png", "image/png", "Reading room.png"],
  ["IMG_2041.JPG", "image/jpeg", "IMG_2041.jpg"],
  ["scan.jpeg", "image/jpeg", "scan.jpeg"],
  ["page.html", "image/png", "page.html.png"],
  ["C:\\Users\\Priya\\minutes.pdf", "application/pdf", "minutes.pdf"],
  ["../../etc/passwd", "application/pdf", "passwd.pdf"],
  ["evil\u202Egnp.exe", "image/png", "evilgnp.exe.png"],
  ["two\r\nlines\0.pdf", "application/pdf", "twolines.pdf"],
  [".htaccess", "image/webp", "htaccess.webp"],
  ["", "image/webp", "file.webp"],
  ["...", "application/pdf", "file.pdf"],
  [".pdf", "application/pdf", "pdf.pdf"],
  ["Ünïcode – “lists” 🙂.pdf", "application/pdf", "Ünïcode – “lists” 🙂.pdf"],
  ['a"b<c>.png', "image/png", "a_b_c_.png"],
] as const)("%j is kept as a name of %s: %j", (given, type, expected) => {
  expect(fileName(given, type)).toBe(expected);
});

test("a long name is cut before its ending, and in no letter's middle", () => {
  const name = fileName(`${"🙂".repeat(300)}.pdf`, "application/pdf");
  expect([...name].length).toBeLessThanOrEqual(120);
  expect(name.endsWith("🙂.pdf")).toBe(true);
  expect(name).not.toMatch(/\p{Cs}/u);
});

test("a header says it in ASCII and in full", () => {
  expect(contentDisposition("attachment", `Ünï "100%" (b).pdf`)).toBe(
    `attachment; filename="_n_ _100__ (b).pdf"; filename*=UTF-8''%C3%9Cn%C3%AF%20%22100%25%22%20%28b%29.pdf`,
  );
});

const { texts, said } = some(fromFolder("path-traversal.json", undefined, ownHostileNames), seed);

test(`hostile names become harmless ones${said}`, () => {
  for (const text of [...texts, ...ownHostileNames]) {
    const name = fileName(text, "application/pdf");
    expect(name, text).toMatch(/^[^./\\\p{C}][^/\\\p{C}]*\.pdf$/u);
    const header = contentDisposition("attachment", name);
    expect(header, text).toMatch(/^attachment; filename="[ !#-$&-[\]-~]*"; filename\*=UTF-8''[\w%.!~-]*$/);
  }
});

test("sizes are said as people say them", () => {
  expect([12, 1_000, 340_200, 999_600, 10_485_760].map(sizeInWords)).toEqual([
    "12 bytes",
    "1 kB",
    "340 kB",
    "1.0 MB",
    "10.5 MB",
  ]);
});
