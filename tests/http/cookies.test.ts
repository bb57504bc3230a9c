import { expect, test } from "vitest";
import { noticeCookie, takeNotice } from "#app/http/notice.server.ts";
import { endedSessionCookie, readSessionToken, sessionCookie } from "#app/http/session-cookie.server.ts";

const token = "a".repeat(43);
const id = "01890a5d-ac96-774b-bcce-b302099a8057";

function at(origin: string, cookie?: string): Request {
  return new Request(`${origin}/x`, { headers: cookie ? { Cookie: cookie } : {} });
}

const https = "https://corridor.northmoor.example";
const loopback = "http://127.0.0.1:3000";

test("over https the session cookie is bound to this host and to https", () => {
  expect(sessionCookie(at(https), token)).toBe(
    `__Host-sid=${token}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure`,
  );
  expect(endedSessionCookie(at(https))).toBe(
    "__Host-sid=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
  );
});

test("on this machine, without https, browsers would drop such a cookie: it has the plain name", () => {
  expect(sessionCookie(at(loopback), token)).toBe(
    `sid=${token}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax`,
  );
});

test("the token is read back, and only under the name this site gives it", () => {
  expect(readSessionToken(at(https, `a=b; __Host-sid=${token}; c=d`))).toBe(token);
  expect(readSessionToken(at(loopback, `sid=${token}`))).toBe(token);
  // Another host of the institution can plant this one.
  expect(readSessionToken(at(https, `sid=${token}`))).toBeUndefined();
  expect(readSessionToken(at(loopback, `__Host-sid=${token}`))).toBeUndefined();
});

test.each([
  "",
  "sid",
  "sid=",
  "sid=short",
  `sid=${"a".repeat(129)}`,
  `sid="${token}"`,
  `sid=${token}%0a`,
  "sid=' or 1=1 --",
  `xsid=${token}`,
])("what cannot be a token is none: %s", (cookie) =>
  expect(readSessionToken(at(loopback, cookie))).toBeUndefined(),
);

test("a notice is shown once: the answer that takes it also forgets it", () => {
  const set = noticeCookie(at(https), "insight-posted", id);
  expect(set).toBe(`__Host-notice=insight-posted.${id}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure`);
  const taken = takeNotice(at(https, set.split(";")[0]));
  expect(taken.notice).toEqual({ code: "insight-posted", text: "Posted. Thank you.", subjectId: id });
  expect(taken.headers).toEqual({
    "Set-Cookie": "__Host-notice=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
  });
  expect(takeNotice(at(https))).toEqual({ notice: undefined, headers: {} });
});

test.each([
  "notice=You%20have%20won",
  "notice=__proto__",
  "notice=toString",
  "notice=",
  "notice=insight-posted.<b>",
  "notice=insight-posted.javascript:x",
])("nobody can put words or addresses into a notice: %s", (cookie) => {
  const { notice } = takeNotice(at(loopback, cookie));
  expect([undefined, "Posted. Thank you."]).toContain(notice?.text);
  expect(notice?.subjectId).toBeUndefined();
});
