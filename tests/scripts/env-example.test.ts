import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseEnv } from "#app/env.server.ts";
import { readSettings } from "#scripts/services/settings.ts";

const lines = readFileSync(new URL("../../.env.example", import.meta.url), "utf8").split("\n");
const example = Object.fromEntries(
  lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(/=(.*)/s, 2) as [string, string]),
);

test("every setting the application reads stands in the example, each beneath a line that says what it is", () => {
  const operators = ["MIGRATION_DATABASE_URL", "MEILISEARCH_MASTER_KEY"];
  const read = Object.keys(parseEnv({ NODE_ENV: "development", ...example }));
  const missing = [...read, ...operators].filter((name) => !(name in example) && name !== "NODE_ENV");
  expect(missing).toEqual([]);
  for (const [at, line] of lines.entries()) {
    if (!/^[A-Z]/.test(line)) continue;
    const above = lines.slice(0, at).findLast((each) => !/^[A-Z]/.test(each));
    expect(above, line).toMatch(/^# \S/);
  }
});

test("production refuses the example's secrets, each by name", () => {
  for (const name of ["DATABASE_URL", "SMTP_URL"]) {
    expect(() => parseEnv({ ...example, NODE_ENV: "production" })).toThrow(`${name}: still holds`);
  }
  const changed = Object.fromEntries(
    Object.entries(example).map(([name, value]) => [name, value.replaceAll("change-me", "a8f0c2")]),
  );
  const { MEILISEARCH_MASTER_KEY } = example;
  expect(() => readSettings({ ...changed, MEILISEARCH_MASTER_KEY, NODE_ENV: "production" })).toThrow(
    "MEILISEARCH_MASTER_KEY: still holds",
  );
  expect(() => readSettings({ ...changed, NODE_ENV: "production" })).not.toThrow();
});
