import { columnMeanings, type ImportMapping, importMapping, mappingProblems } from "./import-mapping.ts";

type Sent = { one(name: string): string; all(name: string): string[] };

/** The mapping a form holds; undefined when no form of ours would have sent it. Scope and meanings stay as they were. */
export function readMappingForm({ one }: Sent, before: ImportMapping): ImportMapping | undefined {
  const columns = columnMeanings.flatMap((meaning) => {
    const column = one(`column-${meaning}`);
    return column ? [[meaning, column] as const] : [];
  });
  return importMapping.safeParse({
    ...before,
    columns: Object.fromEntries(columns),
    defaults: {
      department: one("default-department"),
      channel: one("default-channel"),
      kind: one("default-kind") || undefined,
      basis: one("default-basis") || undefined,
      visibility: one("default-visibility") || undefined,
    },
    dates: one("dates") || before.dates,
    encoding: one("encoding") || before.encoding,
    separator: one("separator") || before.separator,
  }).data;
}

/** What was said of values nobody knows, added to what was said before; a value without an answer stays unknown. */
export function readMeaningsForm({ all }: Sent, before: ImportMapping): ImportMapping | undefined {
  const [of, values, means] = [all("unknown-of"), all("unknown-value"), all("unknown-means")];
  const added = values.flatMap((value, at) => {
    const meaning = { of: of[at], value, means: means[at] ?? "" };
    return meaning.means === "" ? [] : [meaning];
  });
  const isAnew = new Set(added.map((meaning) => `${meaning.of} ${meaning.value}`));
  const kept = before.meanings.filter((meaning) => !isAnew.has(`${meaning.of} ${meaning.value}`));
  return importMapping.safeParse({ ...before, meanings: [...kept, ...added] }).data;
}

/** The errors of a mapping form, each with the id of the control that mends it. */
export function mappingErrors(mapping: ImportMapping): { id: string; message: string }[] {
  return Object.entries(mappingProblems(mapping)).map(([meaning, message]) => ({
    id: `column-${meaning}`,
    message,
  }));
}
