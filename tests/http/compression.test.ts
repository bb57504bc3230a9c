import { request } from "node:http";
import { brotliDecompressSync, constants, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { useWebServer } from "./use-web-server.ts";

useDatabase();
const server = useWebServer();

type Received = { encoding: string | undefined; vary: string | undefined; whole: Buffer };

/** `soFar` is told all that has come, whenever more has. */
function fetchRaw(path: string, accepted: string, soFar = (_: Buffer): void => {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    const headers = { "Accept-Encoding": accepted };
    const asking = request({ host: "127.0.0.1", port: server.port, path, headers }, (answer) => {
      let whole = Buffer.alloc(0);
      answer.on("data", (bytes: Buffer) => {
        whole = Buffer.concat([whole, bytes]);
        soFar(whole);
      });
      answer.on("end", () => {
        const { "content-encoding": encoding, vary } = answer.headers;
        resolve({ encoding, vary, whole });
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
  let letOn = () => {};
  server.ledger.partGate = new Promise((resolve) => {
    letOn = resolve;
  });
  let early = "";
  const { encoding, whole } = await fetchRaw("/deferred", "gzip", (soFar) => {
    if (early.includes("waiting")) return;
    early = gunzipSync(soFar, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
    // What is awaited does not come before what is ready has.
    if (early.includes("waiting")) letOn();
  });
  expect(encoding).toBe("gzip");
  expect(early).toContain("waiting");
  expect(early).not.toContain("arrived");
  expect(gunzipSync(whole).toString()).toContain("arrived");
});
