import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { RequestContext, requestFactsOf } from "./http/request-context.tsx";

const facts = requestFactsOf(document);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RequestContext.Provider value={facts}>
        <RemixBrowser />
      </RequestContext.Provider>
    </StrictMode>,
  );
});
