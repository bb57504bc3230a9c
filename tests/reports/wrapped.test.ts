import { expect, test } from "vitest";
import { wrapped } from "#app/reports/wrapped.ts";

test("a text is broken between words, bold ones sooner, and a word only where it is wider than a line", () => {
  const text = "One afternoon with the PhD students on keeping and citing software and data";
  expect(wrapped(text, { ems: 100 })).toEqual([text]);
  const [plain, bold] = [wrapped(text, { ems: 25 }), wrapped(text, { ems: 25, bold: true })];
  expect(plain.join(" ")).toBe(text);
  expect(bold.join(" ")).toBe(text);
  const many = "seven words of it and one ".repeat(20);
  expect(wrapped(many, { ems: 25, bold: true }).length).toBeGreaterThan(wrapped(many, { ems: 25 }).length);
  expect(wrapped("m".repeat(25), { ems: 10 })).toEqual(["m".repeat(10), "m".repeat(10), "m".repeat(5)]);
  expect(wrapped("图书馆".repeat(4), { ems: 6 }).map(({ length }) => length)).toEqual([6, 6]);
  expect(wrapped("  ", { ems: 6 })).toEqual([]);
});
