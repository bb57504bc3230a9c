import type { Colleague } from "../people/person.ts";
import { outsideCode } from "../text/outside-code.ts";
import type { ComboboxOption } from "../ui/combobox-option.ts";
import { optionFilter } from "../ui/filter-options.ts";
import type { BegunWord, Completions } from "../ui/text-completion.ts";

const most = 6;
// Stands for the begun word: a character no cleaned text holds.
const mark = "\uE000";

type Offered = { tags: readonly { name: string; synonyms: string[] }[]; colleagues: readonly Colleague[] };

/** What an insight's text offers to finish: tags by name and synonym, colleagues by name, handle and team. */
export function textCompletions({ tags, colleagues }: Offered): Record<"#" | "@", Completions> {
  return {
    "#": {
      named: { one: "tag", many: "tags" },
      find: finder(() =>
        tags.map(({ name, synonyms }) => ({ value: name, label: name, keywords: synonyms })),
      ),
    },
    "@": {
      named: { one: "colleague", many: "colleagues" },
      find: finder(() =>
        colleagues.map(({ handle, name, team }) => ({
          value: handle,
          label: name,
          detail: `@${handle} · ${team}`,
          keywords: [handle, team],
        })),
      ),
    },
  };
}

/** Prepared at the first word begun, not with every page. */
function finder(list: () => ComboboxOption[]): Completions["find"] {
  let filter: ReturnType<typeof optionFilter> | undefined;
  return (typed) => {
    filter ??= optionFilter(list());
    return filter(typed).slice(0, most);
  };
}

/** Not in code, nor after a backtick that may yet become code. */
export function completesAt(text: string, { from, to }: BegunWord): boolean {
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  if ((line.match(/`+/g)?.length ?? 0) % 2 === 1) return false;
  return outsideCode(text.slice(0, from) + mark + text.slice(to)).includes(mark);
}
