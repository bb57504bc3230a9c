import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { imports } from "#db/schema/imports.server.ts";
import type { Person } from "../people/person.ts";
import { takeUpImport } from "./claim-import.server.ts";
import { type FoundImport, findImport } from "./find-import.server.ts";
import { hashFile } from "./hash-file.server.ts";
import { type ImportMapping, mappingProblems } from "./import-mapping.ts";
import { type Running, runImport } from "./run-import.server.ts";
import { startImport } from "./start-import.server.ts";
import { beginImport, checkImport } from "./turn-import.server.ts";

type InTerminal = {
  person: Person;
  file: string;
  mappingName?: string;
  mapping?: ImportMapping;
  dryRun: boolean;
  running?: Running;
  /** Told when the check is done and the posting begins. */
  onChecked?: (checked: FoundImport) => void;
};

/** Brings a file in from beginning to end in this process; one that was broken off goes on where it stopped. */
export async function importInTerminal(given: InTerminal): Promise<FoundImport> {
  const { person, file, dryRun, running, onChecked } = given;
  const brokenOff = dryRun ? undefined : await findBrokenOff(person, await hashFile(file));
  if (brokenOff) return runToEnd(person, brokenOff, running);
  const started = await startImport({
    person,
    fileName: basename(file),
    chunks: createReadStream(file),
    mappingName: given.mappingName,
    mapping: given.mapping,
    place: "terminal",
  });
  if (started.outcome === "refused") throw new Error(started.problem);
  const { mapping } = await see(person, started.id);
  const [problem] = Object.values(mappingProblems(mapping));
  if (problem) throw new Error(`${problem}: tell it with --mapping, or bring the file in on the page.`);
  await checkImport({ person, id: started.id, mapping });
  const checked = await runToEnd(person, started.id, running);
  if (dryRun || checked.state !== "checked") return checked;
  onChecked?.(checked);
  await beginImport({ person, id: started.id });
  return runToEnd(person, started.id, running);
}

async function runToEnd(person: Person, id: string, running: Running | undefined): Promise<FoundImport> {
  const claimed = await takeUpImport(id);
  if (claimed && (await runImport(claimed, running)) === "lost")
    throw new Error("Another process has taken this import up: nothing is posted twice.");
  return see(person, id);
}

async function see(person: Person, id: string): Promise<FoundImport> {
  const found = await findImport({ person, id });
  if (!found) throw new Error("This import is not there any more.");
  return found;
}

/** The latest import of this very file by this person that was killed while it posted. */
async function findBrokenOff(person: Person, sha256: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.personId, person.id),
        eq(imports.sha256, sha256),
        eq(imports.place, "terminal"),
        eq(imports.state, "importing"),
      ),
    )
    .orderBy(desc(imports.startedAt))
    .limit(1);
  return row?.id;
}
