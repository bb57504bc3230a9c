import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext, type ServerBuild } from "@remix-run/node";
import { Links, Meta, Outlet, RemixServer, Scripts, ScrollRestoration } from "@remix-run/react";
import { createElement as h, type ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";

export type FloorRoute = {
  id: string;
  path: string;
  module: {
    default?: () => ReactElement;
    loader?: (args: { request: Request }) => unknown;
    action?: (args: { request: Request }) => unknown;
  };
};

function Document(): ReactElement {
  const head = h("head", null, h("meta", { charSet: "utf-8" }), h(Meta), h(Links));
  const body = h("body", null, h(Outlet), h(ScrollRestoration), h(Scripts));
  return h("html", { lang: "en" }, head, body);
}

function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(h(RemixServer, { context, url: request.url }), {
      onShellReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html");
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

/** What `remix vite:build` would make of these routes and nothing round them: no guard, no session, no headers. */
export function floorBuild(floorRoutes: readonly FloorRoute[]): ServerBuild {
  const root = { id: "root", path: "", module: { default: Document } };
  const routes = { root, ...byId(floorRoutes.map((route) => ({ ...route, parentId: "root" }))) };
  const manifest = Object.values(routes).map(({ module, ...route }) => ({
    ...route,
    module: `/assets/${route.id}.js`,
    imports: [],
    hasLoader: "loader" in module,
    hasAction: "action" in module,
    hasErrorBoundary: false,
  }));
  return {
    mode: "production",
    entry: { module: { default: handleRequest } },
    routes,
    assets: {
      entry: { module: "/assets/entry.js", imports: [] },
      routes: byId(manifest),
      url: "/assets/manifest.js",
      version: "1",
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_routeConfig: true,
      v3_lazyRouteDiscovery: false,
    },
    isSpaMode: false,
  } as unknown as ServerBuild;
}

function byId<Item extends { id: string }>(items: readonly Item[]): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}
