import type { Person } from "../people/person.ts";
import { cleanLine, cutTo } from "../text/clean-text.ts";
import { formalities } from "../vocabulary/channel.ts";
import type { FoundImport } from "./find-import.server.ts";
import { findMapping, keepMapping } from "./find-mapping.server.ts";
import { type ImportMapping, mappingProblems } from "./import-mapping.ts";
import { makeChannels } from "./make-channels.server.ts";
import { makeDepartments } from "./make-departments.server.ts";
import { canMakeChannels, canMakeDepartments, canOpenImport } from "./policy.ts";
import { mappingErrors, readMappingForm, readMeaningsForm } from "./read-mapping-form.ts";
import { saveMapping } from "./save-mapping.server.ts";
import {
  beginImport,
  checkImport,
  continueImport,
  remapImport,
  stopImport,
  undoImport,
} from "./turn-import.server.ts";

type Asked = {
  person: Person;
  found: FoundImport;
  sent: { one(name: string): string; all(name: string): string[] };
};

/** `nonsense`: no form of ours sends it; `not-yours`: as if it were not there. */
export type TurnedImport =
  | { outcome: "done" | "nonsense" | "not-yours" }
  | { outcome: "refused"; errors: { id: string; message: string }[] };

const turns: Record<string, (turn: { person: Person; id: string }) => Promise<boolean>> = {
  import: beginImport,
  stop: stopImport,
  "go-on": continueImport,
  remap: remapImport,
};

/** Does with an import what its page's buttons ask; done already, or no longer possible, is done. */
export async function turnByIntent(asked: Asked): Promise<TurnedImport> {
  const { person, found, sent } = asked;
  const { id } = found;
  const intent = sent.one("intent");
  if (intent === "undo") {
    await undoImport({ person, id });
    return { outcome: "done" };
  }
  if (!canOpenImport(person, found)) return { outcome: "not-yours" };
  const turn = turns[intent];
  if (turn) {
    await turn({ person, id });
    return { outcome: "done" };
  }
  if (intent === "look") return look(asked);
  if (intent === "check") return check(asked);
  if (intent === "meanings") {
    const mapping = readMeaningsForm(sent, found.mapping);
    if (!mapping) return { outcome: "nonsense" };
    await checkImport({ person, id, mapping });
    return { outcome: "done" };
  }
  if (intent === "make-departments" && canMakeDepartments(person)) {
    await makeDepartments({ person, unknown: found.unknown });
    await checkImport({ person, id, mapping: found.mapping });
    return { outcome: "done" };
  }
  const formality = formalities.find((one) => one === sent.one("formality"));
  if (intent === "make-channels" && canMakeChannels(person) && formality) {
    await makeChannels({ person, unknown: found.unknown, formality });
    await checkImport({ person, id, mapping: found.mapping });
    return { outcome: "done" };
  }
  return { outcome: "nonsense" };
}

/** Reads the heading with other letters, another separator or the choices kept under a name. */
async function look({ found, sent }: Asked): Promise<TurnedImport> {
  const read = readMappingForm(sent, found.mapping);
  if (!read) return { outcome: "nonsense" };
  const name = sent.one("named");
  const named = name ? await findMapping({ name, headings: found.headings }) : read;
  const { encoding, separator } = read;
  await saveMapping({ id: found.id, mapping: { ...named, encoding, separator } });
  return { outcome: "done" };
}

async function check({ person, found, sent }: Asked): Promise<TurnedImport> {
  const read = readMappingForm(sent, found.mapping);
  if (!read) return { outcome: "nonsense" };
  const isAsRead = read.encoding === found.mapping.encoding && read.separator === found.mapping.separator;
  if (!isAsRead) return look({ person, found, sent });
  await saveMapping({ id: found.id, mapping: read });
  if (Object.keys(mappingProblems(read)).length > 0)
    return { outcome: "refused", errors: mappingErrors(read) };
  const mapping = await keepUnderName(person, cleanLine(sent.one("keep-as")), read);
  await checkImport({ person, id: found.id, mapping });
  return { outcome: "done" };
}

async function keepUnderName(person: Person, name: string, mapping: ImportMapping): Promise<ImportMapping> {
  if (name === "") return mapping;
  return keepMapping({ person, name: cutTo(60, name), mapping });
}
