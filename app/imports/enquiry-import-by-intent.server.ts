import type { Person } from "../people/person.ts";
import { withoutUnseen } from "../text/clean-text.ts";
import { bringInEnquiries, undoEnquiryImport } from "./bring-in-enquiries.server.ts";
import { checkEnquiries, saveEnquiryMapping } from "./check-enquiries.server.ts";
import {
  type EnquiryMapping,
  enquiryColumns,
  enquiryMapping,
  enquiryMappingProblems,
  guessEnquiryColumns,
} from "./enquiry-mapping.ts";
import type { FoundEnquiryImport } from "./find-enquiry-import.server.ts";
import { importFile } from "./import-files.server.ts";
import { lookAtFile } from "./look-at-file.server.ts";
import { canOpenImport } from "./policy.ts";

type Asked = { person: Person; found: FoundEnquiryImport; one: (name: string) => string };

export type TurnedEnquiries =
  | { outcome: "done" | "nonsense" | "not-yours" }
  | { outcome: "refused"; errors: { id: string; message: string }[] };

/** Does with a file of enquiries what its page's buttons ask; done already, or no longer possible, is done. */
export async function enquiryImportByIntent(asked: Asked): Promise<TurnedEnquiries> {
  const { person, found, one } = asked;
  const intent = one("intent");
  if (intent === "undo") {
    await undoEnquiryImport({ person, id: found.id });
    return { outcome: "done" };
  }
  if (!canOpenImport(person, found)) return { outcome: "not-yours" };
  if (intent === "check") return check(asked);
  if (found.state !== "checked" || found.fileDroppedAt) return { outcome: "done" };
  if (intent === "remap") {
    await saveEnquiryMapping(found);
    return { outcome: "done" };
  }
  if (intent !== "import") return { outcome: "nonsense" };
  await bringInEnquiries({ person, found });
  return { outcome: "done" };
}

async function check({ found, one }: Asked): Promise<TurnedEnquiries> {
  const isOver = !["mapping", "checked"].includes(found.state) || found.fileDroppedAt !== null;
  if (isOver) return { outcome: "done" };
  const mapping = readForm(one, found.mapping);
  if (!mapping) return { outcome: "nonsense" };
  const { encoding, separator } = found.mapping;
  if (mapping.encoding !== encoding || mapping.separator !== separator) {
    const { headings } = await lookAtFile({ path: importFile(found.id), ...mapping }, { rows: 1 });
    const columns = guessEnquiryColumns(headings);
    await saveEnquiryMapping({
      id: found.id,
      mapping: { ...mapping, columns },
      headings: headings.map(withoutUnseen),
    });
    return { outcome: "done" };
  }
  const problems = Object.entries(enquiryMappingProblems(mapping));
  if (problems.length > 0) {
    await saveEnquiryMapping({ ...found, mapping });
    return {
      outcome: "refused",
      errors: problems.map(([column, message]) => ({ id: `column-${column}`, message })),
    };
  }
  await checkEnquiries({ ...found, mapping });
  return { outcome: "done" };
}

function readForm(one: Asked["one"], before: EnquiryMapping): EnquiryMapping | undefined {
  const columns = enquiryColumns.flatMap((column) => {
    const name = one(`column-${column}`);
    return name ? [[column, name] as const] : [];
  });
  return enquiryMapping.safeParse({
    columns: Object.fromEntries(columns),
    defaults: { source: one("default-source"), kind: one("default-kind") || undefined },
    lenient: one("lenient") === "yes",
    dates: one("dates") || before.dates,
    encoding: one("encoding") || before.encoding,
    separator: one("separator") || before.separator,
  }).data;
}
