import { spawn } from "node:child_process";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";

// The driver as it is published dies in most of these, or writes outside the transaction: db/patches cures it.

const database = useDatabase();
let owner: postgres.Sql;

beforeAll(async () => {
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  await owner`create table written (text text)`;
});
beforeEach(async () => {
  await owner`truncate written`;
});
afterAll(() => owner.end());

const scenarios = [
  "the next statement comes at once",
  "the next statement comes when the pool has opened the slot again",
  "the callback goes on after every error",
  "a statement is under way",
  "many statements are waiting",
  "in a savepoint",
  "the commit is next",
  "the callback throws",
  "a reserved connection",
  "nothing killed, but begun behind a full pipeline",
  "rows being copied in",
];

describe("a killed backend costs its own transaction and no more:", () => {
  test.each(scenarios)(
    "%s",
    async (scenario) => {
      const { code, output, complaint } = await runProgram(scenario);
      expect({ code, complaint }).toEqual({ code: 0, complaint: "" });
      const said = JSON.parse(output);
      expect(said).toMatchObject({ rejected: said.of, alive: 1 });
      expect(await owner`select text from written`).toEqual([]);
    },
    120_000,
  );
});

function runProgram(scenario: string): Promise<{ code: number | string; output: string; complaint: string }> {
  const program = join(import.meta.dirname, "killed-backend.program.ts");
  const child = spawn(process.execPath, [program, database.ownerUrl, database.superUrl, scenario]);
  let output = "";
  let complaint = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const deadline = setTimeout(() => child.kill("SIGKILL"), 90_000);
  return new Promise((resolve) => {
    child.once("close", (code, signal) => {
      clearTimeout(deadline);
      resolve({ code: code ?? `hung, ${signal}`, output, complaint });
    });
  });
}
