import type { SentFields } from "./entry.ts";

export type MergedFields = {
  values: SentFields;
  /** Those that both changed, differently: there what one is sending stands. */
  disputed: string[];
};

/** Brings what one is sending together with what was saved meanwhile, field by field, given what one began from. */
export function mergeFields({
  base,
  mine,
  saved,
}: Record<"base" | "mine" | "saved", SentFields>): MergedFields {
  const values: SentFields = { ...mine };
  const disputed: string[] = [];
  for (const [name, value] of Object.entries(saved)) {
    const [own, before] = [plain(mine[name]), plain(base[name])];
    if (own === before) values[name] = value;
    else if (plain(value) !== before && plain(value) !== own) disputed.push(name);
  }
  return { values, disputed };
}

/** Browsers send line ends as they like. */
function plain(text = ""): string {
  return text.replaceAll("\r\n", "\n").trim();
}
