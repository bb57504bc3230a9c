import { expect, test, vi } from "vitest";
import { renderMarkdown } from "#app/text/render-markdown.server.ts";

vi.mock("#app/text/markdown-thread.server.ts", () => ({
  startMarkdownThread() {
    throw new Error("no thread can be started");
  },
}));

test("without threads short texts are rendered and others stand as they were typed", async () => {
  expect(await renderMarkdown("*a*")).toMatchObject({ html: "<p><em>a</em></p>", fallback: false });
  const long = await Promise.all([renderMarkdown("*a* ".repeat(100)), renderMarkdown("*b* ".repeat(100))]);
  expect(long.map(({ fallback, html }) => ({ fallback, start: html.slice(0, 7) }))).toEqual([
    { fallback: true, start: "<p>*a* " },
    { fallback: true, start: "<p>*b* " },
  ]);
});
