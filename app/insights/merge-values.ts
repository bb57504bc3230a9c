import type { FieldValues } from "./insight-fields.tsx";
import { mergeTexts } from "./merge-texts.ts";

const singles = ["channel", "kind", "basis", "visibility", "heardOn"] as const;
const lists = ["departments", "tags"] as const;

/** What both changed differently, by the field's name: there what one is sending now stands. */
export type Merged = { values: FieldValues; disputed: string[] };

/** Brings what one is sending together with what was saved meanwhile, given what one began from. */
export function mergeValues({ base, mine, saved }: Record<"base" | "mine" | "saved", FieldValues>): Merged {
  const values: FieldValues = { ...mine };
  const disputed: string[] = [];
  const body = mergeTexts(plainEnds(base.body), plainEnds(mine.body), plainEnds(saved.body));
  if (body === undefined) disputed.push("body");
  else values.body = body;
  for (const field of singles) {
    if (mine[field] === base[field]) values[field] = saved[field];
    else if (saved[field] !== base[field] && saved[field] !== mine[field]) disputed.push(field);
  }
  for (const field of lists) {
    const added = saved[field].filter((one) => !base[field].includes(one));
    const removed = base[field].filter((one) => !saved[field].includes(one));
    values[field] = [...new Set([...mine[field], ...added])].filter((one) => !removed.includes(one));
  }
  // None is dropped unseen: one that was removed on one side stands there to be removed again.
  if (mine.files) {
    const ids = new Set(mine.files.map(({ id }) => id));
    values.files = [...mine.files, ...(saved.files ?? []).filter(({ id }) => !ids.has(id))];
  }
  return { values, disputed };
}

/** Whether what one is sending is what has been saved, as when a form is sent twice: then there is nothing to settle. */
export function isSavedAlready({ mine, saved }: Record<"mine" | "saved", FieldValues>): boolean {
  const all = (values: readonly string[]) => values.toSorted().join("\n");
  return (
    plainEnds(mine.body).trim() === plainEnds(saved.body).trim() &&
    singles.every((field) => mine[field] === saved[field]) &&
    lists.every((field) => all(mine[field]) === all(saved[field])) &&
    (mine.files === undefined || shown(mine.files) === shown(saved.files))
  );
}

function shown(files: FieldValues["files"] = []): string {
  return JSON.stringify(
    files.map(({ id, alternativeText, decorative }) => [id, alternativeText, decorative]),
  );
}

/** Browsers send line ends as they like. */
function plainEnds(text = ""): string {
  return text.replaceAll("\r\n", "\n");
}
