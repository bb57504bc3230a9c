import { useLocation, useNavigate } from "@remix-run/react";
import { createContext, useContext, useEffect, useRef, useState } from "react";
import { latestOnly } from "../ui/latest-only.ts";
import type { LiveSearch } from "../ui/search-box.tsx";
import { askResults } from "./ask-hits.ts";
import type { ResultPage } from "./result-page.ts";

/** After this long without a keystroke typing has settled: the address follows, and counts are asked for. */
const settledMilliseconds = 250;

/** Marks an entry of the history as made by typing, so that what has been typed since stays. */
const byTyping = { typed: true } as const;

export type SearchAsYouType = LiveSearch & {
  /** What was found for what is being typed; undefined when the page's own data is up to date. */
  results: ResultPage | undefined;
  /** Goes nowhere for what was typed: something else leads on. */
  forget(): void;
};

/** The results of the page of results as they are typed: hits at every keystroke, the whole page when typing settles. */
export function useSearchAsYouType(): SearchAsYouType {
  const { key, search, state } = useLocation();
  const navigate = useNavigate();
  const [results, setResults] = useState<ResultPage>();
  const [hits] = useState(() => latestOnly(askResults));
  /** The search being typed, until its address is the page's. */
  const pending = useRef<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: every move counts, to the same address too
  useEffect(() => {
    const isOvertaken = state?.typed && pending.current !== undefined && pending.current !== search;
    if (isOvertaken) return;
    pending.current = undefined;
    clearTimeout(timer.current);
    hits.forget();
    setResults(undefined);
  }, [key, hits]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function go(): void {
    clearTimeout(timer.current);
    navigate(`/search${pending.current ?? search}`, {
      replace: true,
      preventScrollReset: true,
      state: byTyping,
    });
  }

  return {
    results,
    forget() {
      clearTimeout(timer.current);
      pending.current = undefined;
    },
    isTyping: () => pending.current !== undefined,
    type(text) {
      const wanted = searchWith(search, text);
      if (wanted === (pending.current ?? search)) return;
      pending.current = wanted;
      hits.ask(wanted).then((page) => page && setResults(page));
      clearTimeout(timer.current);
      timer.current = setTimeout(go, settledMilliseconds);
    },
    settle(text) {
      pending.current = searchWith(search, text);
      go();
    },
  };
}

/** The same filters with other words, from the first page on. */
function searchWith(search: string, text: string): string {
  const parameters = new URLSearchParams(search);
  for (const name of ["page", "new"]) parameters.delete(name);
  parameters.delete("q");
  const q = text.trim();
  const all = new URLSearchParams([...(q ? [["q", q]] : []), ...parameters]);
  return all.size > 0 ? `?${all}` : "";
}

const Live = createContext<SearchAsYouType | undefined>(undefined);

/** Hands what is found while typing from the search box, which stands on every page, to the page of results. */
export const LiveResults = Live.Provider;

export function useLiveResults(): ResultPage | undefined {
  return useContext(Live)?.results;
}

/** What answers the search box as it is typed in, for what writes into it. */
export function useLiveSearch(): SearchAsYouType | undefined {
  return useContext(Live);
}
