import { text } from "node:stream/consumers";
import type { ReadableStream as WebStream } from "node:stream/web";
import type { EntryContext } from "@remix-run/server-runtime";
import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import type { DrawnDocument } from "./kept-documents.server.ts";

/** Whether some of the page's data is still on its way: then what is ready is sent while the rest is awaited. */
export function isAwaited({ staticHandlerContext: { loaderData, actionData } }: EntryContext): boolean {
  return [loaderData, actionData].some((data) => Object.values(data ?? {}).some(holdsPromise));
}

function holdsPromise(data: unknown): boolean {
  return data instanceof Object && Object.values(data).some((value) => value instanceof Promise);
}

type Rendering = {
  remixContext: EntryContext;
  nonce: string;
  /** The page's element, of a context like the one given. */
  draw: (remixContext: EntryContext) => ReactElement;
  /** What is made of the drawn page before it is sent. */
  parts: (html: string) => Buffer[];
};

/**
 * The whole document at once, for a page whose data is all there. React and Remix would stream it in pieces of
 * two kilobytes through two kinds of streams, which took longer than making some of them. What a `Suspense` waits for
 * would be left to the browser: the server's pages have none.
 */
export async function renderWhole({ remixContext, nonce, draw, parts }: Rendering): Promise<DrawnDocument> {
  const { serverHandoffStream, ...context } = remixContext;
  const page = parts(`<!DOCTYPE html>${renderToString(draw(context))}`);
  const hydrates = serverHandoffStream && context.renderMeta?.didRenderScripts;
  if (!hydrates) return page;
  const data = dataScript(await text(serverHandoffStream as WebStream), nonce);
  return [...page, ...parts(data)];
}

/** What Remix's `StreamTransfer` writes for the browser to hydrate from. */
function dataScript(data: string, nonce: string): string {
  const controller = "window.__remixContext.streamController";
  const written = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, inScript);
  return `<script nonce="${nonce}">${controller}.enqueue(${written});${controller}.close();</script>`;
}

/** Nothing in a string may end the script or begin a comment. */
function inScript(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
