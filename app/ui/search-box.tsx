import { Form, useNavigate } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { type FormEvent, type JSX, type RefObject, useEffect, useRef } from "react";
import { Icon } from "./icon.tsx";
import { LiveRegion } from "./live-region.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { type Suggest, type Suggestions, useSuggestions } from "./use-suggestions.ts";

export type LiveSearch = {
  type(text: string): void;
  settle(text: string): void;
  /** True while what was typed is not yet what the page shows. */
  isTyping(): boolean;
};

export type SearchBoxProps = {
  action: string;
  /** What was searched for, when this page shows its results. */
  query?: string;
  label?: string;
  placeholder?: string;
  /** Sent along unseen: the filters in force on the page of results. */
  hidden?: readonly (readonly [name: string, value: string])[];
  /** Offers hits under the box. */
  suggest?: Suggest;
  /** In place of that, on the page that shows the results itself: told what is typed, and when it is sent. */
  live?: LiveSearch;
};

/** The one search box: a plain GET form that, with script, answers as it is typed in. `/` leads to it. */
export function SearchBox({
  action,
  query = "",
  label = "Search",
  placeholder,
  hidden = [],
  suggest,
  live,
}: SearchBoxProps): JSX.Element {
  const box = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const choose = ({ to }: { to: string }): void => {
    suggestions.close();
    navigate(to);
  };
  const suggestions = useSuggestions(suggest, choose);
  const offers = useHydrated() && suggest !== undefined;
  useShortcuts({ "/": () => box.current?.select() });
  useQuery(box, query, live);

  function send(event: FormEvent): void {
    suggestions.close();
    if (!live || !box.current) return;
    event.preventDefault();
    live.settle(box.current.value);
    // On a phone the keyboard would cover what was found.
    if (matchMedia("(pointer: coarse)").matches) box.current.blur();
  }

  return (
    <Form
      role="search"
      method="get"
      action={action}
      onSubmit={send}
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
          onInput={({ currentTarget }) => (live ?? suggestions).type(currentTarget.value)}
          onKeyDown={suggestions.press}
          onBlur={suggestions.close}
          className="min-h-10 w-full rounded-md border border-edge bg-surface pr-3 pl-9 text-base pointer-coarse:min-h-11"
          {...(offers && combobox(suggestions))}
        />
      </div>
      {offers && (
        <>
          <SuggestionList suggestions={suggestions} label="Insights found" onChoose={choose} />
          <LiveRegion>{suggestions.said}</LiveRegion>
        </>
      )}
    </Form>
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
