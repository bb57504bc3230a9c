import { env } from "../env.server.ts";
import { cookieHeader, hostCookie, isSecure, readCookie } from "./cookies.server.ts";

const name = "sid";
const tokenShape = /^[\w-]{20,128}$/;

/** The session's token, or undefined when there is none or it cannot be one of ours. */
export function readSessionToken(request: Request): string | undefined {
  const token = readCookie(request, hostCookie(request, name));
  return token && tokenShape.test(token) ? token : undefined;
}

/** The `Set-Cookie` value that signs a browser in; the database decides how long the session really lasts. */
export function sessionCookie(request: Request, token: string): string {
  const maxAgeSeconds = Math.floor(env().SESSION_ABSOLUTE_DAYS * 24 * 60 * 60);
  return cookieHeader(hostCookie(request, name), token, { secure: isSecure(request), maxAgeSeconds });
}

/** The `Set-Cookie` value that makes a browser forget its session. */
export function endedSessionCookie(request: Request): string {
  return cookieHeader(hostCookie(request, name), "", { secure: isSecure(request), maxAgeSeconds: 0 });
}
