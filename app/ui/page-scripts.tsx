import { UNSAFE_RemixContext as RemixContext, Scripts } from "@remix-run/react";
import type { JSX } from "react";
import { useContext } from "react";

/**
 * Remix's scripts, and of the routes those this page stands on, written into it: as with lazy route discovery, which
 * stays off for all else. See app/rest-of-routes.ts, which is in no build but production's.
 */
export function PageScripts({ nonce }: { nonce?: string }): JSX.Element {
  const remix = useContext(RemixContext);
  if (!import.meta.env.PROD || !remix) return <Scripts nonce={nonce} />;
  const future = { ...remix.future, v3_lazyRouteDiscovery: true };
  return (
    <RemixContext.Provider value={{ ...remix, future }}>
      <Scripts nonce={nonce} />
    </RemixContext.Provider>
  );
}
