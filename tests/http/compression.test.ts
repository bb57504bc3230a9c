import { request } from "node:http";
import { brotliDecompressSync, constants, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const server = useWebServer();

type Received = {
  encoding: string | undefined;
  vary: string | undefined;
  pieces: { at: number; bytes: Buffer }[];
  whole: Buffer;
};

function fetchRaw(path: string, accepted: string): Promise<Received> {
  return new Promise((resolve, reject) => {
    const headers = { "Accept-Encoding": accepted };
    const asking = request({ host: "127.0.0.1", port: server.port, path, headers }, (answer) => {
      const pieces: Received["pieces"] = [];
      answer.on("data", (bytes) => pieces.push({ at: performance.now(), bytes }));
      answer.on("end", () => {
        const { "content-encoding": encoding, vary } = answer.headers;
        resolve({ encoding, vary, pieces, whole: Buffer.concat(pieces.map(({ bytes }) => bytes)) });
      });
    });
    asking.on("error", reject).end();
  });
}

test("assets are sent as small as the browser can read them, and the same to all", async () => {
  const plain = await fetchRaw("/assets/app-1a2b.js", "identity");
  const brotli = await fetchRaw("/assets/app-1a2b.js", "gzip, deflate, br, zstd");
  const gzip = await fetchRaw("/assets/app-1a2b.js", "gzip");
  expect([plain.encoding, brotli.encoding, gzip.encoding]).toEqual([undefined, "br", "gzip"]);
  expect(brotliDecompressSync(brotli.whole)).toEqual(plain.whole);
  expect(gunzipSync(gzip.whole)).toEqual(plain.whole);
  expect(brotli.whole.length).toBeLessThan(plain.whole.length / 10);
  for (const { vary } of [plain, brotli, gzip]) expect(vary).toBe("Accept-Encoding");
});

test("pages are compressed, and what is ready is sent while the rest is awaited", async () => {
  // The first page of a process is slow enough to have it all.
  await fetchRaw("/deferred", "gzip");
  const { encoding, pieces, whole } = await fetchRaw("/deferred", "gzip");
  expect(encoding).toBe("gzip");
  expect(gunzipSync(whole).toString()).toContain("arrived");
  const last = pieces.at(-1)?.at ?? 0;
  const early = Buffer.concat(pieces.filter(({ at }) => at < last - 50).map(({ bytes }) => bytes));
  const read = gunzipSync(early, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
  expect(read).toContain("waiting");
  expect(read).not.toContain("arrived");
});
