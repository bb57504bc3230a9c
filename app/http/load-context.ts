import "@remix-run/server-runtime";
import type { ToldBeside } from "../people/find-session-person.server.ts";

/** Why a page could not do what was asked, where that changes its status or its words. */
export type Problem = "unavailable" | "signed-out" | "too-often";

/** A file a form brought: on this machine's disk until the answer has been sent, not looked at yet. */
export type Upload = {
  /** The form's field it came in. */
  field: string;
  /** As its sender named it: to be shown, never to be believed. */
  name: string;
  path: string;
  bytes: number;
  /** Why it is not there, or not whole. */
  trouble?: "too-large" | "no-room" | "one-too-many";
};

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
  /** Files that came with the form, at the addresses that take them. */
  uploads?: readonly Upload[];
  /** Nothing is written, so the answer may be begun with who is likely to ask: see `expectSession`. */
  mayExpect?: boolean;
  /** What the answer was begun with stands, or does not: until all of it does nothing may be sent. */
  restsOn?: Promise<boolean>[];
  /** Since which number (`toldOfChanges`) nothing has changed; undefined when something has. Told with the session. */
  unchangedSince?: Promise<number | undefined>;
  /** How much the person has not read, where it is counted with the session. */
  unread?: Promise<number | undefined>;
  /** What somebody wanted to know in the same question, where it was asked. */
  besideSession?: ToldBeside;
  /** Set while the request is handled. */
  problem?: Problem;
  /** Nothing was saved, and the page does not hold what was written in the form. */
  textLost?: boolean;
  /** Seconds to wait, when too much was asked for. */
  retryAfter?: number;
  /** The page's data is asked for by script, and not its document. */
  asData?: boolean;
  /** What loaders have drawn of the page themselves, by name. */
  pieces?: Map<string, Buffer>;
  /** The page is one that people come back to: its document may be kept (`keptDocument`). */
  comesBack?: boolean;
  /** The page's document, when it is whole; its Response has then no body of its own. */
  page?: Buffer;
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends LoadContext {}
}
