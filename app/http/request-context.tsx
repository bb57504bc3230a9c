import { createContext, useContext } from "react";
import type { Problem } from "./load-context.ts";

export type RequestFacts = { nonce: string; reference: string; problem?: Problem };

/** The request a page answers: by context, because loader data would put the nonce where scripts can read it. */
export const RequestContext = createContext<RequestFacts>({ nonce: "", reference: "" });

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

/** In the browser: what `RequestMeta` wrote. The nonce is empty there, as browsers hide it from scripts. */
export function requestFactsOf(document: Document): RequestFacts {
  const content = (name: string) =>
    document.querySelector(`meta[name="corridor-${name}"]`)?.getAttribute("content");
  return {
    nonce: "",
    reference: content("reference") ?? "",
    problem: (content("problem") as Problem | null | undefined) ?? undefined,
  };
}
