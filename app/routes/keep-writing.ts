import { type ClientActionFunctionArgs, isRouteErrorResponse } from "@remix-run/react";
import { forgetOnDevice } from "../insights/device-drafts.ts";

/**
 * The browser's side of a form somebody writes in: when the answer does not come, or is not one of ours, the page is
 * told so as data, because an error would replace it, and with it what was written. The key in the form sees to it
 * that sending it again saves it once. What the device kept of it goes only when the server has said that it is saved.
 * Without a connection `instead` may do something with it, and have something else told.
 */
export async function keepWriting(
  { request, serverAction }: ClientActionFunctionArgs,
  instead?: (form: FormData) => Promise<object | undefined>,
): Promise<unknown> {
  const sent = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    if (isSaved(error)) forgetOnDevice(String(sent.get("as")), String(sent.get("key")));
    if (error instanceof Response || isRefusal(error)) throw error;
    // What fetch throws when nothing came back.
    const done = error instanceof TypeError ? await instead?.(sent).catch(() => undefined) : undefined;
    // The status keeps the page from being loaded again meanwhile.
    return Response.json(done ?? { unreachable: navigator.onLine || "offline" }, { status: 503 });
  }
}

/** What was saved leads on to another page. */
function isSaved(error: unknown): boolean {
  return error instanceof Response && error.status >= 300 && error.status < 400;
}

/** Told by our own server that sending it again would not help. */
function isRefusal(error: unknown): boolean {
  return isRouteErrorResponse(error) && error.status < 500 && error.status !== 429;
}
