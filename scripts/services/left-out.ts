/** Where it stands, and what stands there instead. */
export type Cut = readonly [place: string | RegExp, instead: string];

/** A function whose answer is always this: what it would do is never reached, and so is left out. */
const always = (head: string, answer: string): Cut => [head, `${head} return ${answer};`];

const router: readonly Cut[] = [
  // All of them are on: remix.config.js.
  [/(?<![.\w])future\.v7_\w+/g, "true"],
  // In so many words for whoever develops.
  [
    "    throw new Error(message);\n  }\n}\nfunction warning",
    '    throw new Error("Router");\n  }\n}\nfunction warning',
  ],
  [
    /function getInternalRouterError\(status, _temp5\) \{/,
    'function getInternalRouterError(status) { return new ErrorResponseImpl(status || 500, "", new Error("Router"), true);',
  ],
  // Single fetch has its own way of what comes later.
  always("function isDeferredResult(result) {", "false"),
  always("function isDeferredData(value) {", "false"),
  always("function cancelActiveDeferreds(predicate) {", "[]"),
  // Nothing asks for view transitions,
  ["if (pendingAction === Action.Pop) {\n      // Forward takes", "if (false) {\n      // Forward takes"],
  ["} else if (pendingViewTransitionEnabled) {", "} else if (false) {"],
  ["if (isBrowser) {\n      // FIXME", "if (false) {\n      // FIXME"],
  // or holds a step back.
  [/shouldBlockNavigation\(\{[^}]*\}\)/g, "undefined"],
  ["if (blockers.size > 0) {", "if (false) {"],
  // Remix gives these, and all routes but those of the page come later.
  ["if (init.mapRouteProperties) {", "if (true) {"],
  ["init.dataStrategy || defaultDataStrategy", "init.dataStrategy"],
  ["if (initialMatches == null && !patchRoutesOnNavigationImpl) {", "if (false) {"],
  ["if (initialMatches && !init.hydrationData) {", "if (false) {"],
  ["if (!patchRoutesOnNavigationImpl) {", "if (false) {"],
  ["if (patchRoutesOnNavigationImpl) {", "if (true) {"],
  // The root alone is no page: "/" has a route of its own, which may not be known yet.
  ["if (true) {\n      if (!matches) {", "if (true) {\n      if (!matches || matches.length < 2) {"],
  // For development.
  ["inFlightDataRoutes || dataRoutes", "dataRoutes"],
  ["if (inFlightDataRoutes) {", "if (false) {"],
  ["let isNonHMR = inFlightDataRoutes == null;", "let isNonHMR = true;"],
  // Fetchers send, and none of them loads anything that would have to be loaded again. What is sent is a form.
  [/ {4}\/\/ Store off the match so we can call it's shouldRevalidate[\s\S]*?handleFetcherLoader\(.*\n/, ""],
  [/ {2}fetchLoadMatches\.forEach\(\(f, key\) => \{[\s\S]*?\n {2}\}\);\n/, ""],
  [/ {4}revalidatingFetchers\.(forEach\(rf => \{|filter\()[\s\S]*?\n {4}\}\);\n/g, ""],
  [/ {2}revalidatingFetchers\.forEach\(rf => \{[\s\S]*?\n {2}\}\);\n/, ""],
  ["if (revalidatingFetchers.length > 0) {", "if (false) {"],
  [/Promise\.all\(fetchersToLoad\.map\([\s\S]*?\n {4}\}\)\);/, "undefined;"],
  [
    /let fetcherResults = \(await fetcherResultsPromise\).*;\n.*resolveFetcherDeferredResults.*;/,
    "let fetcherResults = {};",
  ],
  [/redirect = findRedirect\(fetcherResults\);\n {4}if \(redirect\) \{/g, "if (false) {"],
  ["if (opts.body !== undefined) {", "if (false) {"],
  // What the router offers and nobody takes.
  [/ {4}dispose,\n {4}getBlocker,\n {4}deleteBlocker,\n {4}patchRoutes,\n[^}]*_internalSetRoutes\n/, ""],
];

const inTheDom: readonly Cut[] = [
  [/router\.future\.v7_\w+/g, "true"],
  [/let isViewTransitionUnavailable = [^;]+;/, "let isViewTransitionUnavailable = true;"],
  [/ {2}\/\/ When we start a view transition, create[\s\S]*?(?= {2}let navigator = React)/, ""],
  [/ {2}let \[(pendingState|renderDfd|transition|interruption), \w+\] = React\.useState\(\);\n/g, ""],
  ["[router.window, transition, renderDfd, fetcherData, optInStartTransition]", "[optInStartTransition]"],
  [
    "React.useEffect(() => UNSAFE_logV6DeprecationWarnings(future, router.future), [future, router.future]);",
    "",
  ],
];

/** The root's own boundary stands before it. */
const rendering: readonly Cut[] = [always("function DefaultErrorComponent() {", "null")];

const remix = "@remix-run/react/dist/esm";

const pieces: readonly Cut[] = [
  // No link asks for pages before they are pressed.
  always("function usePrefetchBehavior(prefetch, theirElementProps) {", "[false, React.useRef(null), {}]"),
  ["shouldPrefetch && !isAbsolute ?", "false ?"],
  // What has a name given to it counts as used.
  ['NavLink.displayName = "NavLink";', ""],
  ["isPageLinkDescriptor(link) ?", "false ?"],
  // A page's head has a title and plain `meta` elements.
  ['if ("tagName" in metaProps) {', "if (false) {"],
  [
    / {4}if \("charset" in metaProps\) \{[\s\S]*?(?= {4}return \/\*#__PURE__\*\/React\.createElement\("meta")/,
    "",
  ],
];

const atHome: readonly Cut[] = [
  [/window\.__remixContext\.future\.v3_\w+(?: === true)?/g, "true"],
  ["window.__remixContext.isSpaMode", "false"],
  [/ {4}router\.createRoutesForHMR = \w+;\n/, ""],
  [/ {4}if \(hmrRouterReadyResolve\) \{[^}]*\}\n/, ""],
];

const words = '"The page could not be shown. Load it again."';

const loading: readonly Cut[] = [["if (fetcherKey) {", "if (false) {"]];

/** For what goes wrong outside of our own pages of trouble; for development it said more. */
const boundaries: readonly Cut[] = [
  [
    /function RemixRootDefaultErrorBoundary\(\{[\s\S]*?(?=\nexport \{)/,
    `function RemixRootDefaultErrorBoundary({ error }) {
      console.error(error);
      return React.createElement("html", { lang: "en-GB" }, React.createElement("body", null, ${words}));
    }
    function BoundaryShell() {}`,
  ],
];

/** No page has styles of its own: bundle.ts sees to it. */
const routes: readonly Cut[] = [
  ["cachedModule ? prefetchStyleLinks(route, cachedModule) : Promise.resolve()", "undefined"],
  ["  await prefetchStyleLinks(route, routeModule);\n", ""],
  // Every page is drawn by the server first.
  [': route.id === "root" ? RemixRootDefaultHydrateFallback : undefined', ": undefined"],
  [/function preventInvalidServerHandlerCall\((.*)\) \{/, "$& return;"],
];

/** By the end of the file's path. */
export const leftOut: Readonly<Record<string, readonly Cut[]>> = {
  "@remix-run/router/dist/router.js": router,
  "react-router-dom/dist/index.js": inTheDom,
  "react-router/dist/index.js": rendering,
  [`${remix}/browser.js`]: atHome,
  [`${remix}/components.js`]: pieces,
  [`${remix}/routes.js`]: routes,
  [`${remix}/single-fetch.js`]: loading,
  [`${remix}/errorBoundaries.js`]: boundaries,
};
