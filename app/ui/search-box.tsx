import { useNavigate, useSubmit } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import {
  type ComponentProps,
  type FormEvent,
  type JSX,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import { Icon } from "./icon.tsx";
import { Kept } from "./kept-markup.tsx";
import { LiveRegion } from "./live-region.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { type Suggest, type Suggestions, useSuggestions } from "./use-suggestions.ts";

export type LiveSearch = {
  type(text: string): void;
  settle(text: string): void;
  /** True while what was typed is not yet what the page shows. */
  isTyping(): boolean;
};

type Plain = {
  action: string;
  /** What was searched for, when this page shows its results. */
  query?: string;
  label?: string;
  placeholder?: string;
  /** Sent along unseen: the filters in force on the page of results. */
  hidden?: readonly (readonly [name: string, value: string])[];
};

export type SearchBoxProps = Plain & {
  /** Offers hits under the box. */
  suggest?: Suggest;
  /** In place of that, on the page that shows the results itself: told what is typed, and when it is sent. */
  live?: LiveSearch;
};

/** The one search box: a plain GET form that, with script, answers as it is typed in. `/` leads to it. */
export function SearchBox({ suggest, live, ...plain }: SearchBoxProps): JSX.Element {
  return (
    <Kept of={SearchForm} with={plain} className="contents">
      <AnsweringBox {...plain} suggest={suggest} live={live} />
    </Kept>
  );
}

function AnsweringBox({ suggest, live, ...plain }: SearchBoxProps): JSX.Element {
  const { query = "" } = plain;
  const submit = useSubmit();
  const box = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const choose = ({ to }: { to: string }): void => {
    suggestions.close();
    navigate(to);
  };
  const suggestions = useSuggestions(suggest, choose);
  const offers = useHydrated() && suggest !== undefined;
  const [list, setList] = useState<typeof import("./suggestion-list.tsx")>();
  // What draws hits comes as the box is entered, or else with the first letter.
  const fetchList = () => {
    if (offers && !list) import("./suggestion-list.tsx").then(setList, () => undefined);
  };
  useShortcuts({ "/": () => box.current?.select() });
  useQuery(box, query, live);

  function send(event: FormEvent<HTMLFormElement>): void {
    suggestions.close();
    event.preventDefault();
    if (!live || !box.current) {
      submit(event.currentTarget);
      return;
    }
    live.settle(box.current.value);
    // On a phone the keyboard would cover what was found.
    if (matchMedia("(pointer: coarse)").matches) box.current.blur();
  }

  return (
    <SearchForm
      {...plain}
      box={box}
      onSubmit={send}
      typing={{
        onFocus: fetchList,
        onInput: ({ currentTarget }) => {
          fetchList();
          (live ?? suggestions).type(currentTarget.value);
        },
        onKeyDown: suggestions.press,
        onBlur: suggestions.close,
        ...(offers && combobox(suggestions)),
      }}
    >
      {offers && (
        <>
          {list && <list.SuggestionList suggestions={suggestions} label="Insights found" onChoose={choose} />}
          <LiveRegion>{suggestions.said}</LiveRegion>
        </>
      )}
    </SearchForm>
  );
}

type SearchFormProps = Plain & {
  box?: RefObject<HTMLInputElement>;
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
  /** What the field is given while it answers. */
  typing?: ComponentProps<"input">;
  children?: ReactNode;
};

function SearchForm({
  action,
  query = "",
  label = "Search",
  placeholder,
  hidden = [],
  box,
  onSubmit,
  typing,
  children,
}: SearchFormProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the browsers some desks have know no `search`
    <form
      role="search"
      method="get"
      action={action}
      onSubmit={onSubmit}
      className="min-w-28 max-w-xl flex-1 md:relative"
    >
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="relative">
        <Icon
          of={Search}
          className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-soft"
        />
        <input
          ref={box}
          type="search"
          name="q"
          aria-label={label}
          placeholder={placeholder}
          defaultValue={query}
          enterKeyHint="search"
          autoComplete="off"
          className="min-h-10 w-full rounded-md border border-edge bg-surface pr-3 pl-9 text-base pointer-coarse:min-h-11"
          {...typing}
        />
      </div>
      {children}
    </form>
  );
}

type Combobox = { role: "combobox"; "aria-autocomplete": "list"; "aria-expanded": boolean } & Record<
  "aria-controls" | "aria-activedescendant",
  string | undefined
>;

function combobox({ shown, open, active, listId, optionId }: Suggestions): Combobox {
  const expanded = open && shown.length > 0;
  return {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": expanded,
    "aria-controls": expanded ? listId : undefined,
    "aria-activedescendant": expanded && active >= 0 ? optionId(active) : undefined,
  };
}

/** Shows what this page searched for, unless somebody has typed on since. */
function useQuery(box: RefObject<HTMLInputElement>, query: string, live: LiveSearch | undefined): void {
  const last = useRef(query);
  useEffect(() => {
    if (last.current !== query && box.current && !live?.isTyping()) box.current.value = query;
    last.current = query;
  }, [box, query, live]);
}
