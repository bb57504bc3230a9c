import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { RequestContext, requestFactsOf } from "./http/request-context.tsx";

await stateDecoded();
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

/**
 * At its first rendering RemixBrowser throws the promise of the page's data, before any hook, to be rendered again when
 * that is decoded. A key pressed meanwhile would have React render at once, where nothing can wait: it gives up with
 * error 345, and the page is never taken over. So that first rendering is ours.
 */
async function stateDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (thrown instanceof Promise) await thrown;
  }
}
