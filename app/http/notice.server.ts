import { cookieHeader, hostCookie, isSecure, readCookie } from "./cookies.server.ts";
import { isNoticeCode, type Notice, type NoticeCode, notices } from "./notice.ts";

const name = "notice";
const longEnoughToArriveSeconds = 60;
const subjectShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The `Set-Cookie` value that has the next page say something once. The cookie holds a code and perhaps the id of what
 * it is about, never words: so it is always small, and nobody can plant a sentence in it.
 */
export function noticeCookie(request: Request, code: NoticeCode, subjectId?: string): string {
  const value = subjectId ? `${code}.${subjectId}` : code;
  const maxAgeSeconds = longEnoughToArriveSeconds;
  return cookieHeader(hostCookie(request, name), value, { secure: isSecure(request), maxAgeSeconds });
}

/** The notice for this page, and the headers that make sure it is shown no second time. */
export function takeNotice(request: Request): { notice: Notice | undefined; headers: HeadersInit } {
  const cookie = readCookie(request, hostCookie(request, name));
  if (cookie === undefined) return { notice: undefined, headers: {} };
  const forget = cookieHeader(hostCookie(request, name), "", { secure: isSecure(request), maxAgeSeconds: 0 });
  return { notice: parseNotice(cookie), headers: { "Set-Cookie": forget } };
}

function parseNotice(cookie: string): Notice | undefined {
  const [code = "", subjectId] = cookie.split(".", 2);
  if (!isNoticeCode(code)) return undefined;
  const text = notices[code];
  return subjectId && subjectShape.test(subjectId) ? { code, text, subjectId } : { code, text };
}
