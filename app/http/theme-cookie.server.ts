import { cookieHeader, hostCookie, isSecure, readCookie } from "./cookies.server.ts";
import { isTheme, type Theme } from "./theme.ts";

const name = "theme";
const aYearSeconds = 365 * 24 * 60 * 60;

/** What was chosen in this browser, for whoever sits there: signed in or not. */
export function readTheme(request: Request): Theme {
  const chosen = readCookie(request, hostCookie(request, name));
  return isTheme(chosen) ? chosen : "system";
}

/** The `Set-Cookie` value that keeps the choice, or forgets it where the system is to decide. */
export function themeCookie(request: Request, theme: Theme): string {
  const maxAgeSeconds = theme === "system" ? 0 : aYearSeconds;
  return cookieHeader(hostCookie(request, name), theme, { secure: isSecure(request), maxAgeSeconds });
}
