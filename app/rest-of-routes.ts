/** What Remix tells browsers of routes: in a page those on its way, in a file of their own all of them. */
export type RouteList = { url: string; routes: Record<string, object> };

/** What the router has before a step whose way it may not know, and how it is told of more. */
type Step<Route> = {
  matches: readonly unknown[];
  signal: AbortSignal;
  patch(parentId: string, children: Route[]): void;
};

type RestOfRoutes<Route> = {
  here: RouteList;
  /** All routes by now, as the router takes them; those it has already it leaves out. */
  make(routes: RouteList["routes"], parentId: string): Route[];
  load?(url: string): Promise<RouteList>;
};

/** All routes are children of this one. */
const root = "root";
/** Somebody is about to go somewhere. */
const signs = ["pointermove", "pointerdown", "keydown"];

/**
 * A page is sent the routes it stands on and no others: the rest comes at the first sign of somebody being there, and
 * a step to another page waits for it. The list is a file like any other, so there is nothing to ask the server for.
 */
export function restOfRoutes<Route>({
  here,
  make,
  load = loadRoutes,
}: RestOfRoutes<Route>): (step: Step<Route>) => Promise<void> {
  let coming: Promise<void> | undefined;
  let known = false;
  const come = () => {
    coming ??= load(here.url).then(({ routes }) => {
      Object.assign(here.routes, { ...routes, ...here.routes });
    });
    // Without a connection: asked for again the next time.
    coming.catch(() => {
      coming = undefined;
    });
    return coming;
  };
  const hurry = () => {
    for (const sign of signs) removeEventListener(sign, hurry, true);
    come().catch(() => {});
  };
  for (const sign of signs) addEventListener(sign, hurry, { capture: true, passive: true });

  return async ({ matches, patch, signal }) => {
    if (known) return;
    try {
      await come();
    } catch {
      // The page it stands on can still be changed and loaded anew; what it knows nothing of is asked of the server.
      if (matches.length > 1) return;
      location.reload();
      await new Promise(() => {});
    }
    // A step given up meanwhile takes nothing in.
    if (signal.aborted) return;
    patch(root, make(here.routes, root));
    known = true;
  };
}

/** The file says what the page knows of routes; that stays the list the router and Remix have in hand. */
async function loadRoutes(url: string): Promise<RouteList> {
  const page = globalThis as unknown as { __remixManifest: RouteList };
  const here = page.__remixManifest;
  await import(/* @vite-ignore */ url);
  const all = page.__remixManifest;
  page.__remixManifest = here;
  return all;
}
