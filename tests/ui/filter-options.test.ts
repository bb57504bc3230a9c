import { expect, test } from "vitest";
import { exactOption, optionFilter, plain } from "#app/ui/filter-options.ts";

const options = [
  { value: "informatics", label: "School of Informatics", keywords: ["Comp Sci", "CS", "Computing"] },
  { value: "maths", label: "Mathematics & Statistics", keywords: ["Maths"] },
  { value: "law", label: "Law School", keywords: ["Faculty of Law"] },
  {
    value: "languages",
    label: "Modern Languages and Cultures",
    keywords: ["Français", "Scandinavian: Ålesund exchange"],
  },
  { value: "lawrence", label: "D. H. Lawrence Centre" },
  { value: "outlaws", label: "Outlaw Studies" },
  { value: "statelaw", label: "Public Administration", keywords: ["Law and Government"] },
  { value: "chem", label: "Chemistry" },
];
const filter = optionFilter(options);
const found = (text: string) => filter(text).map(({ option }) => option.value);

test("nothing typed shows everything in the order given", () => {
  expect(found("  ")).toEqual(options.map(({ value }) => value));
});

test("what begins with it comes first, then nicknames, then later words, then the inside of words", () => {
  expect(found("law")).toEqual(["law", "statelaw", "lawrence", "outlaws"]);
});

test("an exact nickname beats a label that only begins so", () => {
  const named = optionFilter([
    { value: "csi", label: "CS Innovation Lab" },
    { value: "informatics", label: "School of Informatics", keywords: ["CS"] },
  ]);
  expect(named("cs").map(({ option }) => option.value)).toEqual(["informatics", "csi"]);
});

test("a nickname finds its department and says that it did", () => {
  expect(filter("comp sc")).toEqual([{ option: options[0], through: "Comp Sci" }]);
  expect(filter("informatics")[0]?.through).toBeUndefined();
});

test.each([
  ["francais", "languages"],
  ["FRANÇAIS", "languages"],
  ["alesund", "languages"],
  ["mathematics and stat", "maths"],
  ["mathematics & stat", "maths"],
  ["cultures modern", "languages"],
  ["mlc", "languages"],
  ["informatics comp", "informatics"],
  ["lawrence d h", "lawrence"],
])("%s finds %s", (text, value) => {
  expect(found(text)[0]).toBe(value);
});

test("what matches nothing finds nothing", () => {
  expect(found("zzz")).toEqual([]);
  expect(found("law zzz")).toEqual([]);
});

test("punctuation alone is nothing typed", () => {
  expect(found("—")).toHaveLength(options.length);
});

test("only an exact label, value or keyword is meant without choosing", () => {
  expect(exactOption(options, "LAW school")?.value).toBe("law");
  expect(exactOption(options, "maths")?.value).toBe("maths");
  expect(exactOption(options, "comp")).toBeUndefined();
  expect(exactOption(options, " ")).toBeUndefined();
});

test("letters that no accent mark explains are spelt out", () => {
  expect(plain("Straße, Œuvre & Ærø’s")).toBe("strasse oeuvre and aeros");
});
