type CookieOptions = { secure: boolean; maxAgeSeconds: number };

/** A `Set-Cookie` value that scripts cannot read and other sites' forms do not send. */
export function cookieHeader(name: string, value: string, { secure, maxAgeSeconds }: CookieOptions): string {
  const parts = [`${name}=${value}`, "Path=/", `Max-Age=${maxAgeSeconds}`, "HttpOnly", "SameSite=Lax"];
  if (secure) parts.push("Secure");
  return parts.join("; ");
}

/** The first cookie of that name, exactly as sent. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of request.headers.get("Cookie")?.split(";") ?? []) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

/** Whether the site is reached by https. The request's address is made from APP_ORIGIN, so it can be believed. */
export function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === "https:";
}

/** `__Host-` keeps other hosts of the institution from planting the cookie; browsers allow it on https only. */
export function hostCookie(request: Request, name: string): string {
  return isSecure(request) ? `__Host-${name}` : name;
}
