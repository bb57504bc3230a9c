import { expect, test } from "vitest";
import { noticeCookie, takeNotice } from "#app/http/notice.server.ts";

const id = "01920000-0000-7000-8000-000000000201";

function taken(cookie: string) {
  return takeNotice(new Request("http://127.0.0.1/", { headers: { cookie } })).notice;
}

test("a notice brings the id of what it is about, and nothing that only looks like one", () => {
  const [pair = ""] = noticeCookie(new Request("http://127.0.0.1/"), "insight-posted", id).split(";");
  expect(taken(pair)).toMatchObject({ code: "insight-posted", subjectId: id });
  for (const other of ["-".repeat(36), "a".repeat(36), `${id}0`, "0192-".padEnd(36, "0"), ""]) {
    const notice = taken(pair.replace(id, other));
    expect(notice?.code, other).toBe("insight-posted");
    expect(notice, other).not.toHaveProperty("subjectId");
  }
});
