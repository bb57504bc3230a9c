import type { AppLoadContext } from "@remix-run/server-runtime";
import { env } from "../env.server.ts";

/**
 * Whether one-click demonstration accounts may be shown: only where CORRIDOR_DEMO=1, and only to a browser on the
 * server's own machine, asking by a loopback name with nothing in between.
 */
export function demonstrationAllowed(context: AppLoadContext): boolean {
  return env().CORRIDOR_DEMO && context.onThisMachine;
}
