import { RemixServer } from "@remix-run/react";
import { JSDOM } from "jsdom";
import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";

type EntryContext = Parameters<typeof RemixServer>[0]["context"];

/** What the server would send for this, inside an application of one page, read as a browser would. No component may send a style attribute: the content policy refuses them. */
export function render(element: ReactElement): HTMLElement {
  const html = renderToString(<RemixServer context={aContext(element)} url="http://localhost/" />);
  if (/\sstyle=/.test(html)) throw new Error(`a style attribute in ${html}`);
  return new JSDOM(`<body>${html}</body>`).window.document.body;
}

/** The texts read out with a control. */
export function described(body: HTMLElement, element: Element | null): string[] {
  const ids = element?.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => body.querySelector(`[id="${id}"]`)?.textContent ?? `nothing has the id ${id}`);
}

function aContext(element: ReactElement): EntryContext {
  const route = {
    id: "root",
    path: "",
    hasLoader: false,
    hasAction: false,
    hasErrorBoundary: false,
    module: "",
  };
  const match = { params: {}, pathname: "/", pathnameBase: "/", route: { id: "root", path: "" } };
  return {
    manifest: { routes: { root: route }, entry: { imports: [], module: "" }, url: "", version: "" },
    routeModules: { root: { default: () => element } },
    future: { v3_singleFetch: true, v3_relativeSplatPath: true },
    isSpaMode: false,
    staticHandlerContext: {
      basename: "/",
      location: { pathname: "/", search: "", hash: "", state: null, key: "default" },
      matches: [match],
      loaderData: {},
      actionData: null,
      errors: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
      activeDeferreds: null,
    },
  } as unknown as EntryContext;
}
