// This is the Vite configuration; every script passes it with --config.
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
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
  build: { target: "es2022", assetsInlineLimit: 0 },
  ssr: { target: "node" },
});
