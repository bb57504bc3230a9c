import { data } from "@remix-run/node";
import { isDatabaseUnavailable } from "#db/errors.server.ts";

/** What a form is told when its text was not saved and sending it again may help; it keeps what was typed. */
type TryAgain = { unavailable?: true; signedOut?: true; tooLarge?: true; tooOften?: number };

type TryAgainData = ReturnType<typeof data<TryAgain>>;

export const secondsToWait = 5;
const retryAfter = { "Retry-After": String(secondsToWait) };

/**
 * Runs an action. When the database is away (503), the session has ended (401) or too much was sent (429) the action's
 * data says so, as a value: a thrown answer would replace the page, and with it what was typed. `sent` reads what was
 * typed, for pages without script. Everything else is thrown on.
 */
export async function orTryAgain<T>(
  work: () => Promise<T>,
  sent: () => Promise<object> = async () => ({}),
): Promise<T | TryAgainData> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseUnavailable(error)) {
      // Away altogether, it cannot tell who asks either: the page then says what the server itself says.
      const typed = await sent().catch(() => ({}));
      return data({ ...typed, unavailable: true }, { status: 503, headers: retryAfter });
    }
    if (error instanceof Response && error.status === 401) return data({ signedOut: true }, { status: 401 });
    if (error instanceof Response && error.status === 429) {
      const wait = error.headers.get("Retry-After") ?? "60";
      return data(
        { ...(await sent()), tooOften: Number(wait) },
        { status: 429, headers: { "Retry-After": wait } },
      );
    }
    throw error;
  }
}

/** Whether an action said that the database was away. */
export function isUnavailable(told: unknown): told is object {
  return told instanceof Object && "unavailable" in told;
}

/** Whether it said besides what was typed, so that the page's form holds it. */
export function holdsText(told: object): boolean {
  return "sent" in told || "refused" in told;
}

/** A page or its data that failed because the database was away: 503 with a time to come back, not 500. */
export function asUnavailable(response: Response): Response {
  if (response.status !== 500) return response;
  const headers = new Headers(response.headers);
  headers.set("Retry-After", retryAfter["Retry-After"]);
  return new Response(response.body, { status: 503, statusText: "Service Unavailable", headers });
}
