import { takeUpImport } from "#app/imports/claim-import.server.ts";
import { type FoundImport, findImport } from "#app/imports/find-import.server.ts";
import type { ImportMapping } from "#app/imports/import-mapping.ts";
import { type Running, runImport } from "#app/imports/run-import.server.ts";
import { startImport } from "#app/imports/start-import.server.ts";
import { beginImport, checkImport } from "#app/imports/turn-import.server.ts";
import type { Person } from "#app/people/person.ts";

async function* inPieces(file: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file);
  // Pieces of an odd length: letters and line ends are cut in two.
  for (let at = 0; at < bytes.length; at += 61_001) yield bytes.subarray(at, at + 61_001);
}

type File = {
  person: Person;
  file: string | Uint8Array;
  name?: string;
  change?: (mapping: ImportMapping) => ImportMapping;
};

/** The same as choosing a file on the page and pressing the first button: it waits for its columns. */
export async function aFile({
  person,
  file,
  name = "old notes.csv",
  change = (mapping) => mapping,
}: File): Promise<FoundImport> {
  const started = await startImport({
    person,
    fileName: name,
    chunks: inPieces(file),
    place: "terminal",
  });
  if (started.outcome === "refused") throw new Error(started.problem);
  const found = await seen(person, started.id);
  return { ...found, mapping: change(found.mapping) };
}

/** Its columns are told apart and the whole of it is read, without posting. */
export async function aCheckedFile(given: File): Promise<FoundImport> {
  const { id, mapping } = await aFile(given);
  await checkImport({ person: given.person, id, mapping });
  return run(given.person, id);
}

/** The whole way: chosen, checked, posted. */
export async function bringIn(
  given: File,
  running?: Running,
): Promise<{ checked: FoundImport; done: FoundImport }> {
  const checked = await aCheckedFile(given);
  await beginImport({ person: given.person, id: checked.id });
  return { checked, done: await run(given.person, checked.id, running) };
}

/** Does what a worker would do with it now. */
export async function run(person: Person, id: string, running?: Running): Promise<FoundImport> {
  const claimed = await takeUpImport(id);
  if (claimed) await runImport(claimed, running);
  return seen(person, id);
}

export async function seen(person: Person, id: string): Promise<FoundImport> {
  const found = await findImport({ person, id });
  if (!found) throw new Error("the import is not there");
  return found;
}
