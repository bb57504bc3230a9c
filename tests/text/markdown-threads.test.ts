import type { Worker } from "node:worker_threads";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { renderInWorker } from "#app/text/markdown-pool.server.ts";
import { startMarkdownThread } from "#app/text/markdown-thread.server.ts";

const endless = { source: "_a".repeat(9_900), options: {} };
const ordinary = { source: "**Open** access", options: {} };
const rendered = { html: "<p><strong>Open</strong> access</p>", plainText: "Open access" };

const started: Worker[] = [];
const remember = (worker: Worker) => started.push(worker);
process.on("worker", remember);
beforeEach(() => started.splice(0));
afterAll(() => process.off("worker", remember));

describe("one thread", () => {
  test("renders one text after another", async () => {
    const thread = startMarkdownThread();
    expect(await thread.ready).toBe(true);
    expect(await thread.render(ordinary)).toEqual(rendered);
    expect(await thread.render(ordinary)).toEqual(rendered);
    expect(thread.hasEnded()).toBe(false);
  });

  test("is ended by a text that outlasts its time box", async () => {
    const thread = startMarkdownThread();
    await thread.ready;
    const began = performance.now();
    expect(await thread.render(endless)).toBeUndefined();
    expect(performance.now() - began).toBeGreaterThan(200);
    expect(thread.hasEnded()).toBe(true);
    expect(await thread.render(ordinary)).toBeUndefined();
  });

  test("survives a text that nests too deep", async () => {
    const thread = startMarkdownThread();
    await thread.ready;
    expect(await thread.render({ source: `${"> ".repeat(60)}a`, options: {} })).toBeUndefined();
    expect(await thread.render(ordinary)).toEqual(rendered);
  });

  test("killed in the middle of its work, it answers with nothing", async () => {
    const thread = startMarkdownThread();
    await thread.ready;
    const answer = thread.render(endless);
    await started.at(-1)?.terminate();
    expect(await answer).toBeUndefined();
    expect(thread.hasEnded()).toBe(true);
  });
});

describe("the pool", () => {
  test("goes on when every thread has been killed, working or idle", async () => {
    expect(await renderInWorker(ordinary)).toEqual(rendered);
    const answers = [renderInWorker(endless), renderInWorker(endless), renderInWorker(ordinary)];
    await Promise.all(started.map((worker) => worker.terminate()));
    await Promise.all(answers);
    expect(await renderInWorker(ordinary)).toEqual(rendered);
    await Promise.all(started.map((worker) => worker.terminate()));
    expect(await renderInWorker(ordinary)).toEqual(rendered);
  });

  test("gives ordinary texts their turn among hostile ones", async () => {
    const jobs = [endless, ordinary, endless, ordinary, ordinary];
    const results = await Promise.all(jobs.map(renderInWorker));
    expect(results).toEqual([undefined, rendered, undefined, rendered, rendered]);
  });

  test("takes a thousand texts at once with two threads", async () => {
    const results = await Promise.all(Array.from({ length: 1_000 }, () => renderInWorker(ordinary)));
    expect(results.every((result) => result?.html === rendered.html)).toBe(true);
    expect(started.length).toBeLessThanOrEqual(2);
  });
});
