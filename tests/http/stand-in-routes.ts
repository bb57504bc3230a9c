import type { LoaderFunctionArgs } from "@remix-run/server-runtime";

/** Text that must never reach a reader, whatever fails. */
export const secret = "select password_hash from people where host = 'db.internal'";

/** What the stand-in's routes did, the gates its slow page and a part of another wait at, and how many have come to it. */
export type Ledger = {
  actions: number;
  bytes: number;
  gate: Promise<void>;
  atGate: number;
  partGate: Promise<void>;
};

export type StandInRoute = {
  id: string;
  path: string;
  module: {
    default?: () => React.ReactNode;
    ErrorBoundary?: () => React.ReactNode;
    loader?: (args: LoaderFunctionArgs) => unknown;
    action?: (args: LoaderFunctionArgs) => Promise<unknown>;
  };
};

/** Routes as the build lists them: by id, everything below the root. */
export function asList(root: StandInRoute, routes: StandInRoute[]): Record<string, StandInRoute> {
  const below = routes.map((route) => [route.id, { ...route, parentId: "root" }]);
  return Object.fromEntries([["root", root], ...below]);
}

/** What the browser is told of them. */
export function asManifest(routes: Record<string, StandInRoute>): Record<string, unknown> {
  const entries = Object.values(routes).map(({ module, ...route }) => [
    route.id,
    {
      ...route,
      module: `/assets/${route.id}.js`,
      imports: [],
      hasLoader: module.loader !== undefined,
      hasAction: module.action !== undefined,
      hasErrorBoundary: module.ErrorBoundary !== undefined,
    },
  ]);
  return Object.fromEntries(entries);
}
