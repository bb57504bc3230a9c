import { env } from "../env.server.ts";

/** Where the site is: what it listens on, and the address the world knows it by. */
export type Site = {
  /** APP_ORIGIN, when set. */
  origin: string | undefined;
  onLoopback: boolean;
  proxyHops: number;
};

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

/** Reads the site's address from the settings; refuses one that browsers and cookies could not be sure of. */
export function readSite(): Site {
  const { APP_ORIGIN, HOST, TRUST_PROXY_HOPS } = env();
  const onLoopback = loopbackNames.has(HOST.toLowerCase());
  if (!APP_ORIGIN && !onLoopback) {
    throw new Error("APP_ORIGIN: must be set when HOST is not a loopback address");
  }
  if (!APP_ORIGIN && TRUST_PROXY_HOPS > 0) {
    throw new Error("APP_ORIGIN: must be set when TRUST_PROXY_HOPS is");
  }
  if (APP_ORIGIN && new URL(APP_ORIGIN).href !== `${new URL(APP_ORIGIN).origin}/`) {
    throw new Error("APP_ORIGIN: is a scheme, a host and perhaps a port, without a path");
  }
  return {
    origin: APP_ORIGIN ? new URL(APP_ORIGIN).origin : undefined,
    onLoopback,
    proxyHops: TRUST_PROXY_HOPS,
  };
}

/** Whether a Host header names this machine from within, whatever the port. */
export function isLoopbackHost(host: string): boolean {
  return loopbackNames.has(host.toLowerCase().replace(/:\d{1,5}$/, ""));
}

/** The origin a request to `host` has, or undefined when we do not answer to that name. */
export function originFor(site: Site, host: string): string | undefined {
  const local = site.onLoopback && isLoopbackHost(host);
  if (!site.origin) return local ? `http://${host.toLowerCase()}` : undefined;
  return local || host.toLowerCase() === new URL(site.origin).host ? site.origin : undefined;
}
