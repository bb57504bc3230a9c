import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { findSigningKey } from "#app/settings/find-signing-key.server.ts";
import { exportLibrary } from "#app/upkeep/export-library.server.ts";
import { importLibrary } from "#app/upkeep/import-library.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { anotherDatabase } from "#tests/support/more-databases.ts";
import { runCommandLine } from "#tests/support/processes.ts";
import { aLibrary, fingerprint, password } from "./a-library.ts";

const database = useDatabase();
useFilesFolder();
const parent = mkdtempSync(join(tmpdir(), "corridor-export-"));
const folder = join(parent, "library");
let key = "";
let signingKey = "";
beforeAll(async () => {
  const { email } = await aLibrary();
  key = (await mintApiKey({ email, name: "a program" })) ?? "";
  signingKey = (await findSigningKey("mail-choice")).toString("base64url");
  await exportLibrary({ folder });
});
afterAll(async () => {
  await closeSender();
  rmSync(parent, { recursive: true, force: true });
});

function everyText(): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return names.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1")).join("\n");
}

test("it holds every insight as a row of a spreadsheet, no cell of which is a formula, and as Markdown", () => {
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, "insights.csv")), {
    bom: true,
    columns: true,
  });
  expect(rows).toHaveLength(4);
  expect(rows.map((row) => row["Who may see it"]).sort()).toEqual([
    "All staff",
    "All staff",
    "My team",
    "Only me",
  ]);
  expect(rows.find(({ Text }) => Text?.includes("puffin"))).toMatchObject({
    Departments: "Informatics; Robotics",
    Channel: "Coffee",
    Author: "priya@library.example",
  });
  for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(readFileSync(join(folder, "insights", "robotics.md"), "utf8")).toContain(
    "The puffin survey moves house.",
  );
  expect(readdirSync(join(folder, "files")).length).toBe(3);
});

test("no password, key or link is in it, hashed or not", () => {
  const text = everyText();
  for (const secret of [password, "argon2", key, signingKey, "key_hash", "token_hash", "password_hash"])
    expect(text).not.toContain(secret);
});

test("an empty Corridor takes it in, and everything that was in the one is in the other", async () => {
  const there = await anotherDatabase("corridor_template");
  await importLibrary({ folder, ownerUrl: there.ownerUrl });
  const [one, other] = [await fingerprint(database.superUrl), await fingerprint(there.superUrl)];
  const apart = Object.keys(one).filter((table) => one[table] !== other[table]);
  // Passwords and keys are not in it, nor mails and backups; the import itself is in the ledger, and its moment kept.
  expect(apart.sort()).toEqual(["api_keys", "events", "people", "settings", "signing_keys"]);
  const count = (sums: Record<string, string>, table: string) => Number(sums[table]?.split(" ")[0]);
  expect(count(other, "people")).toBe(count(one, "people"));
  expect(count(other, "events")).toBe(count(one, "events") + 1);
  expect(count(other, "settings")).toBe(count(one, "settings") + 1);
  const env = { DATABASE_URL: there.ownerUrl, MEILISEARCH: "off" };
  expect(await runCommandLine("check-invariants", { env })).toMatchObject({ code: 0 });
});

test("an export that was tampered with, is half or goes into a full library is refused", async () => {
  const there = await anotherDatabase();
  await expect(importLibrary({ folder, ownerUrl: database.ownerUrl })).rejects.toThrow(/not empty/);
  await expect(importLibrary({ folder: parent, ownerUrl: there.ownerUrl })).rejects.toThrow(
    /not a whole export/,
  );
  await expect(exportLibrary({ folder })).rejects.toThrow();
  appendFileSync(join(folder, "rows", "tags.jsonl"), "{}\n");
  await expect(importLibrary({ folder, ownerUrl: there.ownerUrl })).rejects.toThrow(
    /tags.jsonl is not as it was/,
  );
  rmSync(join(folder, "rows", "tags.jsonl"));
  await expect(importLibrary({ folder, ownerUrl: there.ownerUrl })).rejects.toThrow(/tags.jsonl is missing/);
});
