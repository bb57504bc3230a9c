import type { Encoding } from "./import-mapping.ts";

export type EncodingReader = { take(chunk: Uint8Array): void; encoding(): Encoding };

/**
 * Tells a file's encoding while its bytes go by: a byte order mark says it; else zero bytes at every second place are UTF-16;
 * else it is UTF-8 as long as every byte of the file is, and Windows-1252 when one is not.
 */
export function recogniseEncoding(): EncodingReader {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const start: number[] = [];
  let isUtf8 = true;
  return {
    take(chunk) {
      for (let at = 0; start.length < 400 && at < chunk.length; at += 1) start.push(chunk[at] ?? 0);
      if (!isUtf8) return;
      try {
        decoder.decode(chunk, { stream: true });
      } catch {
        isUtf8 = false;
      }
    },
    encoding() {
      const [first, second] = start;
      if (first === 0xff && second === 0xfe) return "utf-16le";
      if (first === 0xfe && second === 0xff) return "utf-16be";
      const zeros = [0, 1].map((side) => start.filter((byte, at) => at % 2 === side && byte === 0).length);
      const many = start.length / 4;
      if ((zeros[1] ?? 0) > many && zeros[0] === 0) return "utf-16le";
      if ((zeros[0] ?? 0) > many && zeros[1] === 0) return "utf-16be";
      return isUtf8 && isWhole() ? "utf-8" : "windows-1252";
    },
  };

  /** A file cut in the middle of a letter is no UTF-8 either. */
  function isWhole(): boolean {
    try {
      decoder.decode();
      return true;
    } catch {
      return false;
    }
  }
}
