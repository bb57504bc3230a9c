import { UNSAFE_RemixContext as RemixContext, Scripts } from "@remix-run/react";
import type { JSX } from "react";
import { useContext } from "react";

/**
 * Remix's scripts, and of the routes those this page stands on, written into it: as with lazy route discovery, which
 * stays off for all else. See app/rest-of-routes.ts, which is in no build but production's. The browser leaves them where
 * they stand, and is not sent what writes them.
 */
export function PageScripts({ nonce }: { nonce?: string }): JSX.Element {
  if (import.meta.env.DEV) return <Scripts nonce={nonce} />;
  if (import.meta.env.SSR) {
    return (
      <div hidden>
        <ScriptsOfThisPage nonce={nonce} />
      </div>
    );
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it stands there already
  return <div hidden suppressHydrationWarning dangerouslySetInnerHTML={standing} />;
}

const standing = { __html: "" };

function ScriptsOfThisPage({ nonce }: { nonce?: string }): JSX.Element {
  const remix = useContext(RemixContext);
  const future = remix && { ...remix.future, v3_lazyRouteDiscovery: true };
  return (
    <RemixContext.Provider value={remix && future && { ...remix, future }}>
      <Scripts nonce={nonce} />
    </RemixContext.Provider>
  );
}
