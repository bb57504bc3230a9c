/**
 * A text as bytes of their own, to be kept. `Buffer.from` cuts what is short from a block of 64 kB that others share, and
 * all of it stays as long as any of them is kept.
 */
export function ownBytes(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}
