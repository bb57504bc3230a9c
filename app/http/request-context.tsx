import { createContext, useContext } from "react";
import type { Problem } from "./load-context.ts";
import { isTheme, type Theme } from "./theme.ts";

export type RequestFacts = { nonce: string; reference: string; problem?: Problem; theme: Theme };

/** The request a page answers: by context, because loader data would put the nonce where scripts can read it. */
export const RequestContext = createContext<RequestFacts>({ nonce: "", reference: "", theme: "system" });

export function useRequestContext(): RequestFacts {
  return useContext(RequestContext);
}

/** For the document's head: hands the reference and the problem on to the browser. */
export function RequestMeta(): React.ReactNode {
  const { reference, problem } = useRequestContext();
  return (
    <>
      <meta name="corridor-reference" content={reference} />
      {problem ? <meta name="corridor-problem" content={problem} /> : null}
    </>
  );
}

/** For the document itself: what was chosen here, where the system is not to decide. */
export function themeAttribute({ theme }: RequestFacts): { "data-theme"?: Theme } {
  return theme === "system" ? {} : { "data-theme": theme };
}

/** In the browser: what `RequestMeta` wrote. The nonce is empty there, as browsers hide it from scripts. */
export function requestFactsOf(document: Document): RequestFacts {
  const content = (name: string) =>
    document.querySelector(`meta[name="corridor-${name}"]`)?.getAttribute("content");
  return {
    nonce: "",
    reference: content("reference") ?? "",
    problem: (content("problem") as Problem | null | undefined) ?? undefined,
    // Asked for at each rendering: it may have been changed since.
    get theme() {
      const { theme } = document.documentElement.dataset;
      return isTheme(theme) ? theme : "system";
    },
  };
}
