// This is the Vite configuration; every script passes it with --config.
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    iconData(),
    remix({
      ignoredRouteFiles: ["**/*"],
      serverModuleFormat: "esm",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
        // v3_lazyRouteDiscovery stays off: its manifest address can be flooded.
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: { output: isSsrBuild ? {} : { manualChunks } },
  },
  esbuild: { legalComments: "none" },
  ssr: { target: "node" },
}));

/**
 * An icon is drawn by ui/icon.tsx, from its data alone: lucide's own component, which works out classes and sizes that
 * nobody asks for, stays away from the browser.
 */
function iconData() {
  const id = "\0icon-data";
  return {
    name: "icon-data",
    enforce: "pre",
    apply: "build",
    resolveId: (source, importer) =>
      source.endsWith("/createLucideIcon.mjs") && importer?.includes("/lucide-react/") ? id : undefined,
    load: (asked) =>
      asked === id ? "export default (icon) => ({ render: () => ({ props: { icon } }) });" : undefined,
  };
}

/**
 * Few files: left alone, the first page is forty, and the headers and dictionaries of so many weigh as much as they do.
 * What the first pages take comes in two, the framework's and ours; all else comes with the pages that want it.
 */
function manualChunks(id, { getModuleInfo }) {
  if (!firstPageModules(getModuleInfo).has(id)) return undefined;
  return /\0|\/node_modules\/(?!lucide-react)/.test(id) ? "framework" : "first";
}

let first;

/** Whatever the document's own route and those of the weekly issue import, not counting what they import when asked. */
function firstPageModules(getModuleInfo) {
  if (first) return first;
  first = new Set();
  const walk = (id) => {
    if (first.has(id)) return;
    first.add(id);
    for (const next of getModuleInfo(id)?.importedIds ?? []) walk(next);
  };
  const routes = ["app/root.tsx", "app/routes/home.tsx", "app/routes/week.tsx"];
  for (const route of routes) walk(`${import.meta.dirname}/${route}?__remix-build-client-route`);
  walk(`${import.meta.dirname}/app/entry.client.tsx`);
  return first;
}
