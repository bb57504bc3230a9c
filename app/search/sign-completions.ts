import type { Day } from "../settings/calendar.ts";
import type { ComboboxOption } from "../ui/combobox-option.ts";
import { monthWords } from "../ui/dates.ts";
import { optionFilter } from "../ui/filter-options.ts";
import type { BegunWord, Completions } from "../ui/text-completion.ts";
import { daysMeant } from "./date-words.ts";
import type { PickedSign } from "./picked-signs.ts";

type Filter = "department" | "person" | "tag" | "channel" | "kind" | "team";

/** Everything a search can be narrowed to, for this reader. */
export type FilterOptions = Record<Filter, ComboboxOption[]> & {
  today: Day;
  departmentWord: { one: string; many: string };
};

const most = 40;
const months = 24;

/** What the box offers after each sign. */
export function signCompletions(options: FilterOptions): Record<PickedSign, Completions> {
  const { departmentWord: word } = options;
  const month = offered({ one: "month", many: "months" }, () => monthOptions(options.today));
  const of = (filter: Filter, one: string, many = `${one}s`) => offered({ one, many }, () => options[filter]);
  return {
    in: of("department", word.one, word.many),
    by: of("person", "colleague"),
    tag: of("tag", "theme"),
    channel: of("channel", "channel"),
    kind: of("kind", "kind"),
    team: of("team", "team"),
    before: month,
    after: month,
    since: month,
    until: month,
  };
}

/** Prepared at the first sign begun, not with the page. */
function offered(named: Completions["named"], list: () => readonly ComboboxOption[]): Completions {
  let filter: ReturnType<typeof optionFilter> | undefined;
  return {
    named,
    find(typed) {
      filter ??= optionFilter(list());
      return filter(typed).slice(0, most);
    },
  };
}

function monthOptions(today: Day): ComboboxOption[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: months }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    const value = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
    return { value, label: monthWords(value), keywords: [value] };
  });
}

const parameters: Partial<Record<PickedSign, Filter>> = {
  in: "department",
  by: "person",
  tag: "tag",
  channel: "channel",
  kind: "kind",
  team: "team",
};

type Chosen = { word: BegunWord; value: string; text: string; search: string; today: Day };

/** The search with what was chosen as a filter in place of the sign begun for it, and the words that are left. */
export function withChosen({ word, value, text, search, today }: Chosen): { to: string; words: string } {
  const words = `${text.slice(0, word.from)} ${text.slice(word.to)}`.replaceAll(/\s+/g, " ").trim();
  const filters = new URLSearchParams(search);
  for (const name of ["q", "page", "new"]) filters.delete(name);
  const filter = parameters[word.sign as PickedSign];
  if (filter === undefined) {
    const day = daysMeant(value, { today, name: word.sign });
    if (day) filters.set(["after", "since"].includes(word.sign) ? "from" : "to", day);
  } else if (!filters.getAll(filter).includes(value)) filters.append(filter, value);
  const all = new URLSearchParams([...(words ? [["q", words]] : []), ...filters]);
  return { to: `/search?${all}`, words };
}
