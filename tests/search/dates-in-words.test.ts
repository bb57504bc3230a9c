import { expect, test } from "vitest";
import { timeIn, withoutTime } from "#app/search/dates-in-words.ts";
import { drawAbove } from "#app/search/draw-above.server.tsx";
import { parseSearchRequest } from "#app/search/search-request.ts";
import { timeInWords } from "#app/search/time-taken.tsx";

const today = "2026-11-28";

test.each([
  ["last tuesday", "", "24 November 2026"],
  ["Yesterday", "", "27 November 2026"],
  ["today", "", "28 November 2026"],
  ["since monday", "", "since 23 November 2026"],
  ["what did we hear last week?", "", "16 November to 22 November 2026"],
  ["what came up at library committee in september", "library committee", "September 2026"],
  ["what did we hear about dogs this week", "dogs", "23 November to 29 November 2026"],
  ["this week", "", "23 November to 29 November 2026"],
  ["parking two weeks ago", "parking", "9 November to 15 November 2026"],
  ["turnaways over the last 3 weeks", "turnaways", "7 November to 28 November 2026"],
  ["November", "", "November 2026"],
  ["psychology october", "psychology", "October 2026"],
  ["law in may", "law", "May 2026"],
  ["since september", "", "since 1 September 2026"],
  ["since January rdm", "rdm", "since 1 January 2026"],
  ["rdm before september", "rdm", "until 31 August 2026"],
  ["last november", "", "November 2025"],
  ["open access, march 2025", "open access,", "March 2025"],
  ["17th of november law", "law", "17 November 2026"],
  ["6 Oct", "", "6 October 2026"],
  ["between september and november", "", "1 September to 30 November 2026"],
  ["reading lists last term", "reading lists", "1 May to 31 August 2026"],
  ["spring term 2025", "", "1 January to 30 April 2025"],
  ["last academic year", "", "1 September 2025 to 31 August 2026"],
  ["in 2025", "", "2025"],
  ["dogs 2026-W40", "dogs", "28 September to 4 October 2026"],
])("%s asks for %j, heard %s", (q, left, when) => {
  const time = timeIn(q, today);
  if (!time) throw new Error(`no time in ${q}`);
  expect(timeInWords(time)).toBe(when);
  expect(withoutTime(q, time)).toBe(left);
});

test.each([
  ...["may", "students may complain", "March", "June", "Spring journals", "summer school", "August Wilson"],
  ...["history today", "up to date reading lists", "REF 2029", "in 2029", "2025", "on monday", "spring term"],
  ...[
    "exams in january",
    "exams january",
    "library opening in december 2026",
    "31 november",
    "next november",
    "in november 2027",
    "last",
  ],
  ...["a whole sentence that somebody pasted and that speaks in passing of last week"],
])("%s is words", (q) => {
  expect(timeIn(q, today)).toBeUndefined();
});

test("the page says what was taken for a time and leads to the words, without what came before them", () => {
  const request = { ...parseSearchRequest(new URLSearchParams("q=rdm&tag=dmp")), from: "2026-10-01" };
  const drawn = drawAbove({ request: { ...request, to: "2026-10-31", spoken: "in october" }, today });
  expect(drawn?.html).toContain("“in october” is taken as when it was heard: October 2026.");
  expect(drawn?.html).toContain('href="/search?q=rdm+%22october%22&amp;tag=dmp"');
  expect(drawAbove({ request, today })).toBeNull();
});
