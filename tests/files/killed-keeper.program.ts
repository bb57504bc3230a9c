import { Readable } from "node:stream";
import { keepBytes } from "#app/files/kept-bytes.server.ts";

// Keeps two files: the first wholly, the second until it is killed in the middle.
const [whole = "", half = ""] = process.argv.slice(2);
await keepBytes(whole, Readable.from([Buffer.alloc(100_000, 1)]));

async function* endless() {
  for (let piece = 0; ; piece += 1) {
    yield Buffer.alloc(64 * 1024, 2);
    if (piece === 20) process.send?.("in the middle");
    if (piece >= 20) await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
await keepBytes(half, Readable.from(endless()));
