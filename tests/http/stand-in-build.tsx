import type { ServerBuild } from "@remix-run/node";
import { Await, Outlet, Scripts, useLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/server-runtime";
import { Suspense } from "react";
import * as entry from "#app/entry.server.tsx";
import { notFound } from "#app/http/problems.server.ts";
import { useRequestContext } from "#app/http/request-context.tsx";
import { requirePerson } from "#app/http/require-person.server.ts";
import { orTryAgain } from "#app/http/unavailable.server.ts";
import { asList, asManifest, type Ledger, type StandInRoute, secret } from "./stand-in-routes.ts";

function Document({ children }: { children: React.ReactNode }): React.ReactNode {
  const { nonce, reference, problem } = useRequestContext();
  return (
    <html lang="en-GB">
      <head>
        <title>Stand-in</title>
      </head>
      <body>
        {children}
        <p>
          Reference: {reference}, problem: {problem ?? "none"}
        </p>
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function Deferred(): React.ReactNode {
  const { later } = useLoaderData() as { later: Promise<string> };
  return (
    <Suspense fallback="waiting">
      <Await resolve={later}>{(word) => <p>{word}</p>}</Await>
    </Suspense>
  );
}

const page = () => <h1>A page</h1>;

function fail(code?: string): never {
  throw Object.assign(new Error(secret), { code });
}

/** What a route sees of its request; kept by browsers for a minute, as some answer may want to be. */
function seen({ request, context }: LoaderFunctionArgs): Response {
  const answer = { url: request.url, headers: [...request.headers.keys()], ...context };
  return Response.json(answer, { headers: { "Cache-Control": "private, max-age=60" } });
}

async function whoIsIt({ request, context }: LoaderFunctionArgs): Promise<{ name: string }> {
  return { name: (await requirePerson(request, context)).name };
}

function keepsText(args: LoaderFunctionArgs): Promise<unknown> {
  return orTryAgain(() => whoIsIt(args));
}

async function comeToGate(ledger: Ledger): Promise<{ ready: true }> {
  ledger.atGate += 1;
  await ledger.gate;
  return { ready: true };
}

function routesFor(ledger: Ledger): StandInRoute[] {
  const action = async ({ request }: LoaderFunctionArgs) => {
    ledger.actions += 1;
    const body = await request.text();
    ledger.bytes += body.length;
    return { saved: true };
  };
  const respond = async (args: LoaderFunctionArgs) => Response.json(await action(args));
  return [
    { id: "page", path: "page", module: { default: page, loader: () => ({ said: "hello" }), action } },
    { id: "resource", path: "resource", module: { loader: () => Response.json({}), action: respond } },
    { id: "api", path: "api/thing", module: { loader: () => Response.json({}), action: respond } },
    { id: "api-absent", path: "api/absent", module: { loader: () => notFound() } },
    { id: "api-broken", path: "api/broken", module: { loader: () => fail() } },
    { id: "api-away", path: "api/away", module: { loader: () => fail("ECONNREFUSED") } },
    {
      id: "seen",
      path: "seen",
      module: { loader: seen },
    },
    { id: "mine", path: "mine", module: { default: page, loader: whoIsIt, action: keepsText } },
    { id: "absent", path: "absent", module: { default: page, loader: () => notFound() } },
    { id: "broken", path: "broken", module: { default: page, loader: () => fail() } },
    { id: "away", path: "away", module: { default: page, loader: () => fail("ECONNREFUSED") } },
    { id: "unanswered", path: "unanswered", module: { default: page, loader: () => new Promise(() => {}) } },
    {
      id: "slow",
      path: "slow",
      module: { default: page, loader: () => comeToGate(ledger) },
    },
    {
      id: "deferred",
      path: "deferred",
      module: {
        default: Deferred,
        loader: () => ({ later: ledger.partGate.then(() => "arrived") }),
      },
    },
  ];
}

/** What `remix vite:build` would make of a few routes, with the application's own entry and no build. */
export function standInBuild(ledger: Ledger): ServerBuild {
  const root: StandInRoute = {
    id: "root",
    path: "",
    module: {
      default: () => (
        <Document>
          <Outlet />
        </Document>
      ),
      ErrorBoundary: () => <Document>Something went wrong</Document>,
    },
  };
  const routes = asList(root, routesFor(ledger));
  return {
    mode: "production",
    entry: { module: entry },
    routes,
    assets: {
      entry: { module: "/assets/entry.js", imports: [] },
      routes: asManifest(routes),
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
