// This is the Vite configuration; every script passes it with --config.
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { leaveOut } from "./scripts/services/leave-out.ts";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    iconData(),
    onlyWhatIsOn(),
    leaveOut(),
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
    // What is fetched when asked for names what it wants itself: a list of names and what reads it weigh a kilobyte a page.
    modulePreload: false,
    // The smaller by four kilobytes on the first page; esbuild, the usual one, is quicker.
    minify: isSsrBuild ? false : "terser",
    terserOptions: {
      ecma: 2020,
      module: true,
      // `warning` is the router speaking to whoever develops; reading a property does nothing else in what is shipped.
      compress: { passes: 2, inline: 1, pure_getters: true, pure_funcs: ["warning"] },
      format: { comments: false },
    },
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
 * Lazy route discovery is ours and single fetch is on: what the other way would need stays away from the browser. The
 * routes a page was not sent come by app/rest-of-routes.ts.
 */
function onlyWhatIsOn() {
  const nothing = (...names) => `export const ${names.map((name) => `${name} = () => {}`).join(", ")};`;
  const instead = {
    "./fog-of-war.js": (folder) => `
      import { createClientRoutes } from ${JSON.stringify(`${folder}routes.js`)};
      import { restOfRoutes } from ${JSON.stringify(`${import.meta.dirname}/app/rest-of-routes.ts`)};
      export const getPatchRoutesOnNavigationFunction = (here, modules, future) =>
        restOfRoutes({ here, make: (routes, parent) => createClientRoutes(routes, modules, null, future, false, parent) });
      ${nothing("getPartialManifest", "useFogOFWarDiscovery")}`,
    "./data.js": () => nothing("fetchData", "parseDeferredReadableStream"),
  };
  const sign = "\0only-what-is-on:";
  return {
    name: "only-what-is-on",
    enforce: "pre",
    apply: (_, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    resolveId(source, importer) {
      const [, folder, file] = importer?.match(/^(.*\/@remix-run\/react\/.*\/)([^/]+)$/) ?? [];
      if (!folder || !(source in instead)) return undefined;
      // Single fetch itself takes another part of it.
      if (source === "./data.js" && file !== "routes.js") return undefined;
      return `${sign}${source} ${folder}${source.slice(2)}`;
    },
    load(id) {
      if (!id.startsWith(sign)) return undefined;
      const [source, path] = id.slice(sign.length).split(/ (.*)/);
      return `export * from ${JSON.stringify(path)}; ${instead[source](path.slice(0, -source.length + 2))}`;
    },
  };
}

/**
 * Few files: left alone, the first page is forty, and the headers and dictionaries of so many weigh as much as they do.
 * What the first pages take comes in the framework's file, ours that every page takes, what some of them share, and one
 * each for the capture box, the weekly issue, forms, search, and what draws cards in the browser where the server does
 * not. All else comes with the pages that want it.
 */
function manualChunks(id, { getModuleInfo }) {
  firstPages ??= firstPageModules(getModuleInfo);
  const { everywhere, shared, ...parts } = firstPages;
  if (everywhere.has(id)) return /\0|\/node_modules\/(?!lucide-react)/.test(id) ? "framework" : "first";
  if (shared.has(id)) return "shared";
  // A page's own file stays its own.
  if (id.endsWith("?__remix-build-client-route")) return undefined;
  return Object.keys(parts).find((part) => parts[part].has(id));
}

let firstPages;

/** Whatever these routes import, not counting what they import when asked. */
function firstPageModules(getModuleInfo) {
  const route = (name) => `${import.meta.dirname}/app/${name}.tsx?__remix-build-client-route`;
  const taken = (roots) => {
    const found = new Set();
    const walk = (id) => {
      if (found.has(id)) return;
      found.add(id);
      for (const next of getModuleInfo(id)?.importedIds ?? []) walk(next);
    };
    for (const root of roots) walk(root);
    return found;
  };
  const always = taken([route("root"), `${import.meta.dirname}/app/entry.client.tsx`]);
  const weekly = taken([route("routes/home"), route("routes/week")]);
  const forms = taken([route("routes/insight-new")]);
  const cards = taken([`${import.meta.dirname}/app/insights/insight-card.tsx`]);
  const search = taken([route("routes/search")]);
  const departments = taken([route("routes/departments")]);
  const capture = weekly.intersection(forms);
  const shared = [
    weekly.intersection(cards),
    weekly.intersection(search),
    cards.intersection(forms),
    search.intersection(forms),
  ].reduce((all, some) => all.union(some));
  const everywhere = always.union(departments.intersection(weekly.union(forms).union(search)));
  return { everywhere, shared, capture, weekly, cards, forms, search };
}
