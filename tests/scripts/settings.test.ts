import { expect, test } from "vitest";
import { readSettings, requireMasterKey } from "#scripts/services/settings.ts";

test("nothing need be set", () => {
  expect(readSettings({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", MEILISEARCH: "on" });
});

test("every wrong setting is a line, by name", () => {
  const wrong = {
    PORT: "99999",
    DATABASE_URL: "mysql://x",
    MIGRATION_DATABASE_URL: "x",
    MEILISEARCH_MASTER_KEY: "short",
  };
  const said = captureMessage(() => readSettings(wrong)).split("\n");
  expect(said).toHaveLength(4);
  for (const name of Object.keys(wrong))
    expect(said.filter((line) => line.startsWith(`${name}: `))).toHaveLength(1);
});

test("an empty setting is one that is not set", () => {
  expect(readSettings({ DATABASE_URL: "", MEILISEARCH_MASTER_KEY: "", PORT: "" })).toMatchObject({
    PORT: 3000,
  });
});

test("somebody else's search engine needs its master key, to start on", () => {
  const url = { MEILISEARCH_URL: "http://127.0.0.1:7700" };
  expect(captureMessage(() => requireMasterKey(readSettings(url)))).toMatch(
    /^MEILISEARCH_MASTER_KEY: is not set/,
  );
  expect(() => requireMasterKey(readSettings({ ...url, MEILISEARCH: "off" }))).not.toThrow();
  expect(() =>
    requireMasterKey(readSettings({ ...url, MEILISEARCH_MASTER_KEY: "0123456789abcdef" })),
  ).not.toThrow();
});

function captureMessage(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}
