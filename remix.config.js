// This is the Vite configuration; every script passes it with --config.
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
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
 * Few files: left alone, the first page is forty, and the headers and dictionaries of so many weigh as much as they do.
 * What the first pages take comes in one, beside the framework's; what they do not is left to the pages that want it.
 */
function manualChunks(id, { getModuleInfo }) {
  if (/\0commonjs|\/node_modules\/(?!lucide-react|@ariakit|use-sync-external-store)/.test(id))
    return "framework";
  return firstPageModules(getModuleInfo).has(id) ? "first" : undefined;
}

let first;

function firstPageModules(getModuleInfo) {
  if (first) return first;
  first = new Set();
  const walk = (id) => {
    if (first.has(id)) return;
    first.add(id);
    for (const next of getModuleInfo(id)?.importedIds ?? []) walk(next);
  };
  const entries = ["app/root.tsx", "app/routes/home.tsx", "app/routes/week.tsx"];
  for (const entry of entries) walk(`${import.meta.dirname}/${entry}?__remix-build-client-route`);
  return first;
}
