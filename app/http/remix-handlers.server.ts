import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

type RouteTree = Parameters<typeof matchRoutes>[0];

const mostPaths = 2_000;

/**
 * Remix ranks all routes anew and tries one after the other, three times a request, and draws each page with all of
 * them in hand. Here the way to a path is found once and kept, and whoever asks meets a Remix that knows only the routes on it.
 */
export function remixHandlers(build: ServerBuild, mode: string): RequestHandler {
  const routes = asTree(build);
  const whole = createRequestHandler(build, mode);
  const ofWay = new Map<string, RequestHandler>();
  const ofPath = new Map<string, RequestHandler>();

  const find = (path: string): RequestHandler => {
    const way = matchRoutes(routes, path, build.basename)?.map(({ route }) => route.id ?? "");
    if (!way) return whole;
    const key = way.join(" ");
    const handler = ofWay.get(key) ?? createRequestHandler(only(build, way), mode);
    ofWay.set(key, handler);
    return handler;
  };
  return (request, context) => {
    const path = pathOf(request);
    const handler = ofPath.get(path) ?? find(path);
    if (ofPath.size >= mostPaths) ofPath.clear();
    ofPath.set(path, handler);
    return handler(request, context);
  };
}

/** The page's own path, also where only its data is asked for. */
function pathOf(request: Request): string {
  return new URL(request.url).pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
}

function asTree({ routes }: ServerBuild, parent?: string): RouteTree {
  return Object.values(routes)
    .filter((route) => route?.parentId === parent)
    .map((route) => {
      const { id, path, caseSensitive } = route as NonNullable<typeof route>;
      const children = asTree({ routes } as ServerBuild, id);
      const said = { id, path, caseSensitive };
      return route?.index ? { ...said, index: true } : { ...said, children };
    });
}

/** The build as if it had no other routes. Browsers learn of all of them from a file of their own. */
function only(build: ServerBuild, way: readonly string[]): ServerBuild {
  const pick = <Route>(routes: Record<string, Route>): Record<string, Route> =>
    Object.fromEntries(way.flatMap((id) => (routes[id] ? [[id, routes[id]]] : [])));
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  };
}
