import type { AppLoadContext } from "@remix-run/server-runtime";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lookForChanges, toldOfChanges } from "#app/events/look-for-changes.server.ts";
import { timePassed } from "#app/events/time-passed.ts";
import { keepAnswers } from "#app/http/kept-answers.server.ts";
import type { Person } from "#app/people/person.ts";
import { keepByStamp } from "#app/weekly/keep-by-stamp.ts";

const begun = Date.UTC(2026, 10, 28);
const seconds = (past: number) => vi.setSystemTime(begun + past * 1_000);

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: begun }));
afterEach(() => void vi.useRealTimers());

/** What is read is as old as names that were kept before. */
function namesRead() {
  const kept = keepByStamp<{ namesOf: number }>();
  return () => {
    const known = kept.find("a week", "stamp");
    if (known) return known;
    const value = { namesOf: timePassed() };
    kept.keep("a week", { stamp: "stamp", of: [], sources: [], value });
    return value;
  };
}

test("names that were kept before are no older than a minute in what is made of them", () => {
  const [read, outer] = [namesRead(), keepByStamp<{ namesOf: number }>()];
  const first = read();
  seconds(50);
  outer.keep("a week", { stamp: "stamp", of: [], sources: [], value: read() });
  seconds(59);
  expect(outer.find("a week", "stamp")).toEqual(first);
  seconds(60);
  expect(outer.find("a week", "stamp")).toBeUndefined();
});

test("nor in a page that is kept while nothing changes", async () => {
  for (let times = 0; times < 2; times += 1) lookForChanges().told({ snapshot: "", changed: false });
  const [read, keep] = [namesRead(), keepAnswers<{ namesOf: number }>({ most: 1 })];
  const ask = () => {
    const unchangedSince = Promise.resolve(toldOfChanges().number);
    const context = { mayExpect: true, unchangedSince } as AppLoadContext;
    const make = async () => {
      const value = read();
      return { value, namesOf: value.namesOf };
    };
    return keep({ context, person: {} as Person, key: "", make });
  };
  const first = read();
  for (const past of [50, 59]) {
    seconds(past);
    expect(await ask()).toEqual(first);
  }
  seconds(61);
  expect(await ask()).toEqual({ namesOf: first.namesOf + 61_000 });
});

test("with the clock set back what was kept is kept no longer", () => {
  const [read, kept] = [namesRead(), keepByStamp<{ namesOf: number }>()];
  kept.keep("a week", { stamp: "stamp", of: [], sources: [], value: read() });
  seconds(-3_600);
  expect(kept.find("a week", "stamp")).toBeUndefined();
});
