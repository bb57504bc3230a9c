import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type SearchEngine, startSearchEngine } from "#scripts/services/search-engine.ts";
import { requireSum } from "#scripts/services/search-engine-binary.ts";
import { aTemporaryFolder } from "./temporary-folder.ts";

const masterKey = "a-master-key-for-this-test";

async function start(dataFolder: string, log: (line: string) => void = () => {}): Promise<SearchEngine> {
  const engine = await startSearchEngine({ dataFolder, masterKey, log });
  if (!engine) throw new Error("there is no Meilisearch here");
  onTestFinished(() => engine.stop());
  return engine;
}

test("it answers its master key only, and shows the key to nobody", async () => {
  const { url, pid } = await start(aTemporaryFolder());
  const ask = async (key: string): Promise<number> =>
    (await fetch(`${url}/keys`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect([await ask(masterKey), await ask("another-key")]).toEqual([200, 403]);
  expect(new URL(url).hostname).toBe("127.0.0.1");
  if (process.platform === "linux") {
    expect(readFileSync(`/proc/${pid}/cmdline`, "utf8")).not.toContain(masterKey);
    expect(readFileSync(`/proc/${pid}/cmdline`, "utf8")).toContain("--no-analytics");
  }
});

test("one left behind is stopped before another is started on its data", async () => {
  const dataFolder = aTemporaryFolder();
  const first = await start(dataFolder);
  const lines: string[] = [];
  await start(dataFolder, (line) => lines.push(line));
  expect(lines).toEqual(["Stopping the Meilisearch that an earlier run left behind."]);
  expect(await first.exited).toMatch(/^ended|^was ended/);
  expect(statSync(join(dataFolder, "meilisearch")).mode & 0o077).toBe(0);
});

test("MEILISEARCH=off starts none, and a wrong MEILISEARCH_BIN is named", async () => {
  const starting = { dataFolder: aTemporaryFolder(), masterKey, log: () => {} };
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("MEILISEARCH", "off");
  expect(await startSearchEngine(starting)).toBeUndefined();
  vi.stubEnv("MEILISEARCH", "on");
  vi.stubEnv("MEILISEARCH_BIN", "/nowhere/meilisearch");
  await expect(startSearchEngine(starting)).rejects.toThrow(/^MEILISEARCH_BIN: \/nowhere\/meilisearch/);
});

test("a program that is not the one expected is refused, a changed one after it was accepted too", async () => {
  const folder = aTemporaryFolder();
  const program = join(folder, "program");
  const memory = join(folder, "checked");
  const sumOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  writeFileSync(program, "abc");
  await requireSum(program, sumOfAbc, memory);
  await requireSum(program, sumOfAbc, memory);
  writeFileSync(program, "abd");
  await expect(requireSum(program, sumOfAbc, memory)).rejects.toThrow("it is not run");
});
