import { type ClientActionFunctionArgs, isRouteErrorResponse } from "@remix-run/react";

/**
 * The browser's side of a form somebody writes in: when the answer does not come, or is not one of ours, the page is
 * told so as data, because an error would replace it, and with it what was written. The key in the form sees to it
 * that sending it again saves it once.
 */
export async function keepWriting({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    return await serverAction();
  } catch (error) {
    if (error instanceof Response || isRefusal(error)) throw error;
    // The status keeps the page from being loaded again meanwhile.
    return Response.json({ unreachable: true }, { status: 503 });
  }
}

/** Told by our own server that sending it again would not help. */
function isRefusal(error: unknown): boolean {
  return isRouteErrorResponse(error) && error.status < 500 && error.status !== 429;
}
