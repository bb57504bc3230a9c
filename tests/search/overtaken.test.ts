import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findFreePort } from "#scripts/services/ports.ts";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";
import { startSlowProxy } from "#tests/support/slow-proxy.ts";

const app = useApp({ worker: false });
const engine = new URL(process.env.MEILISEARCH_URL ?? "");
const proxy = await startSlowProxy({
  port: await findFreePort(24_000 + ((process.pid * 31) % 5_000)),
  to: () => Number(engine.port),
});
process.env.MEILISEARCH_URL = `http://127.0.0.1:${proxy.port}`;
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { searchState } = await import("#app/search/search-state.server.ts");

let cookie: string;

beforeAll(async () => {
  await ensureIndex();
  await anInsight({ body: "A kestrel over the annexe" });
  await indexUnconfirmed();
  const client = await app.as(await aPerson());
  cookie = `sid=${client.cookies.get("sid")}`;
});
afterAll(() => proxy.stop());

const ask = (path: string, signal?: AbortSignal) =>
  fetch(`${app.origin}${path}`, { headers: { cookie }, signal });

test.each([
  "/search/hits?q=kestrel",
  "/search/hits?q=kestrel%20annexe&as=cards",
  "/search?q=kestrel%20annexe",
])(
  "a search that nobody waits for any more is called off at the engine, which is not taken for unwell: %s",
  async (path) => {
    // Longer than a busy machine takes to hear of it.
    proxy.delay(6_000);
    const before = proxy.givenUp();
    for (let number = 1; number <= 4; number += 1) {
      const typing = new AbortController();
      const asked = ask(path, typing.signal).catch((error: Error) => error.name);
      await vi.waitFor(() => expect(proxy.held()).toBeGreaterThan(0), { timeout: 20_000, interval: 5 });
      typing.abort();
      expect(await asked).toBe("AbortError");
      await vi.waitFor(() => expect(proxy.held()).toBe(0), { timeout: 20_000, interval: 5 });
    }
    expect(proxy.givenUp() - before).toBeGreaterThanOrEqual(4);
    proxy.delay(0);
    const answer = await ask(path);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("over the")]);
    expect(await searchState()).toBe("ok");
  },
);
