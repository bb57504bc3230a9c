import { expect, test } from "vitest";
import { newPasswordProblem } from "#app/people/new-password.ts";
import { hashPassword, passwordMatches } from "#app/people/password.server.ts";
import { fromFolder } from "../security/hostile-input.ts";

const about = { email: "priya.nair@northmoor.example", name: "Priya Nair" };
const { name, texts } = fromFolder("app-misc-own.json", "passwords", [
  "",
  "        ",
  `${"a".repeat(72)}X`,
  `${"a".repeat(72)}Y`,
  "a".repeat(10_000),
  "pässwörd",
  "🔑🔑🔑🔑",
  "correct horse battery staple",
]);

test.each([
  ["too short", "elevenchars", "at least 12"],
  ["longer than anyone types", "x y".repeat(43), "at most 128"],
  ["first on every list", "Password1234", "among the first"],
  ["one key held down", "zzzzzzzzzzzzzz", "among the first"],
  ["one's own name and address", "priya.nair.northmoor", "too close"],
  ["the library's own words", "CorridorLibrary12", "too close"],
])("%s will not do, in words", (_, password, words) => {
  expect(newPasswordProblem(password, about)).toContain(words);
});

test.each([
  "correct horse battery staple",
  "Grünkohl mit Pinkel",
  "🔑🔒🗝🚪🏠🪟🧱🛋🪑🛏🚿🧽",
  "            a b c  ",
  "library cormorant 7",
])("%s will do: no rule of letters and figures", (password) =>
  expect(newPasswordProblem(password, about)).toBeUndefined(),
);

test(`a password is judged by its letters and kept whole, to the last of them (${name})`, async () => {
  for (const password of texts) {
    const problem = newPasswordProblem(password, about);
    expect(problem === undefined, password.slice(0, 40)).toBe(
      [...password].length >= 12 && password.length <= 128,
    );
    if (problem) continue;
    const hash = await hashPassword(password);
    expect(await passwordMatches(hash, password)).toBe(true);
    expect(await passwordMatches(hash, `${password.slice(0, -1)}Z`)).toBe(false);
  }
});

test("however the keyboard composes an ä, it is the same password; no hash matches nothing", async () => {
  const hash = await hashPassword("zwölf Zeichen ä".normalize("NFC"));
  expect(await passwordMatches(hash, "zwölf Zeichen ä".normalize("NFD"))).toBe(true);
  expect(await passwordMatches(null, "nobody has this password")).toBe(false);
});
