import { randomUUID } from "node:crypto";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/server-runtime";
import { isbot } from "isbot";
import type { ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { keptDocument } from "./http/kept-documents.server.ts";
import { RequestContext } from "./http/request-context.tsx";
import { readTheme } from "./http/theme-cookie.server.ts";
import { asUnavailable, holdsText, isUnavailable, secondsToWait } from "./http/unavailable.server.ts";
import { isAwaited, renderWhole } from "./http/whole-page.server.tsx";
import { log } from "./log.server.ts";
import { markupForPage } from "./ui/keep-markup.server.tsx";
import { type KeepMarkup, MarkupKeeper } from "./ui/kept-markup.tsx";
import { PieceOnServer } from "./ui/server-markup.tsx";
import { rehearse } from "./warm-up.server.ts";

/** Not Remix's: the web server does it before it listens. Here, because what is to be warm is a part of this build. */
export function warmUp(): Promise<void> {
  return rehearse();
}

/** How long promises in loader data may take; rendering is given up a second later. */
export const streamTimeout = 5_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const [told] = Object.values(remixContext.staticHandlerContext.actionData ?? {});
  if (isUnavailable(told)) {
    context.textLost = !holdsText(told);
    context.retryAfter ??= secondsToWait;
  }
  const { nonce, reference, problem, retryAfter } = context;
  const draw = (
    entry: EntryContext,
    { keep, place = String }: { keep?: KeepMarkup; place?: (markup: Buffer) => string } = {},
  ) => (
    <RequestContext.Provider value={{ nonce, reference, problem, theme: readTheme(request) }}>
      <MarkupKeeper.Provider value={keep}>
        <PieceOnServer.Provider value={(name) => pieceOf(context, name, place)}>
          <RemixServer context={entry} url={request.url} nonce={nonce} />
        </PieceOnServer.Provider>
      </MarkupKeeper.Provider>
    </RequestContext.Provider>
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (retryAfter) headers.set("Retry-After", String(retryAfter));
  let body: ReadableStream | null = null;
  if (isAwaited(remixContext)) body = await stream(request, draw(remixContext), context);
  else {
    context.page = await keptDocument({
      context,
      remixContext,
      key: `${request.url} ${readTheme(request)}`,
      draw: () => {
        const { parts, ...pieces } = markupForPage(randomUUID());
        return renderWhole({ remixContext, nonce, draw: (entry) => draw(entry, pieces), parts });
      },
    });
  }
  const response = new Response(body, { status, headers });
  return problem === "unavailable" ? asUnavailable(response) : response;
}

function pieceOf(
  { pieces }: AppLoadContext,
  name: string,
  place: (markup: Buffer) => string,
): string | undefined {
  const markup = pieces?.get(name);
  return markup && place(markup);
}

/** Sends what is ready while the rest is awaited; all at once to those who read no scripts. */
function stream(
  request: Request,
  page: ReactElement,
  { nonce, reference }: AppLoadContext,
): Promise<ReadableStream> {
  const whole = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let shellSent = false;
    const send = () => {
      shellSent = true;
      const body = new PassThrough();
      // The body's end, not the shell's, is when rendering is over.
      body.once("close", () => clearTimeout(timer));
      resolve(createReadableStreamFromReadable(body));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      ...(whole ? { onAllReady: send } : { onShellReady: send }),
      onShellError(error) {
        clearTimeout(timer);
        reject(error);
      },
      onError(error) {
        if (shellSent && !request.signal.aborted) {
          log().error({ reference, err: error }, "a page could not be finished");
        }
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}

export function handleDataRequest(
  response: Response,
  { context }: LoaderFunctionArgs | ActionFunctionArgs,
): Response {
  if (context.retryAfter) response.headers.set("Retry-After", String(context.retryAfter));
  return context.problem === "unavailable" ? asUnavailable(response) : response;
}

const logged = new WeakSet<object>();

/** What a loader, an action or a first rendering threw. Thrown Responses are answers, not errors. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (isDatabaseUnavailable(error)) context.problem = "unavailable";
  if (request.signal.aborted || error instanceof Response || isRouteErrorResponse(error)) return;
  if (error instanceof Object) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  log().error({ reference: context.reference, err: error }, "a request failed");
}
