import "@remix-run/server-runtime";

/** Why a page could not do what was asked, where that changes its status or its words. */
export type Problem = "unavailable" | "signed-out" | "too-often";

/** What the server knows of a request before any route does: every loader and action gets it as `context`. */
export type LoadContext = {
  /** Fresh each answer; in the Content-Security-Policy and on every script. */
  nonce: string;
  /** What a reader quotes and the log holds. */
  reference: string;
  /** Scheme, host and port the site is reached by, never taken from a forwarding header. */
  origin: string;
  clientIp: string;
  /** Browser and server are on one machine with nothing in between. */
  onThisMachine: boolean;
  /** Set while the request is handled. */
  problem?: Problem;
  /** Seconds to wait, when too much was asked for. */
  retryAfter?: number;
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends LoadContext {}
}
