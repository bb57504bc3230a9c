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
  ssr: { target: "node" },
}));

/** Few files: left alone, the first page is forty, and the headers and dictionaries of so many weigh as much as they do. */
function manualChunks(id) {
  if (
    /@ariakit|use-sync-external-store|\/app\/ui\/(combobox(-list|-chips)?|use-combobox|filter-options)\.tsx?/.test(
      id,
    )
  ) {
    return undefined;
  }
  if (id.includes("/node_modules/")) return "framework";
  return /\/app\/(ui|text|settings|insights|vocabulary|http)\//.test(id) ? "shared" : undefined;
}
