import type { AppLoadContext, EntryContext } from "@remix-run/server-runtime";
import { expect, test, vi } from "vitest";
import { isPlain } from "#app/http/is-plain.ts";
import { keptDocument } from "#app/http/kept-documents.server.ts";

/** What a document with these data is, and how often it was drawn: for an answer with a nonce of its own. */
function documentOf(data: Record<string, unknown>) {
  const nonce = crypto.randomUUID();
  const context = { nonce, reference: "", comesBack: true } as AppLoadContext;
  const remixContext = { staticHandlerContext: { statusCode: 200, loaderData: data } } as EntryContext;
  const draw = vi.fn(async () => [Buffer.from(`${nonce} ${[...((data.page as Iterable<string>) ?? [])]}`)]);
  return { nonce, draw, made: () => keptDocument({ context, remixContext, key: "/", draw }) };
}

test("a document of the same data is drawn once, and each answer has its own nonce", async () => {
  for (const times of [1, 0]) {
    const { nonce, draw, made } = documentOf({ page: ["a"] });
    expect((await made()).toString()).toBe(`${nonce} a`);
    expect(draw).toHaveBeenCalledTimes(times);
  }
});

test("what JSON would not tell apart is drawn each time", async () => {
  for (const name of ["a", "b"]) {
    const { nonce, made } = documentOf({ page: new Set([name]) });
    expect((await made()).toString()).toBe(`${nonce} ${name}`);
  }
});

test.each<[unknown, boolean]>([
  [{ a: [1, "b", null, undefined, { at: new Date(0) }] }, true],
  [Object.assign(Object.create(null), { a: 1 }), true],
  [new Map([["a", 1]]), false],
  [{ a: [{ b: new Set() }] }, false],
  [{ a: 1n }, false],
  [{ a: /b/ }, false],
])("%o is plain: %s", (value, plain) => {
  expect(isPlain(value)).toBe(plain);
});
