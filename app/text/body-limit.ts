/** The most a body of Markdown may weigh, in bytes of UTF-8: `marked` is quadratic on hostile input. */
const BODY_LIMIT_BYTES = 20_000;

export function exceedsBodyLimit(text: string): boolean {
  // One UTF-16 unit never weighs more than three bytes, nor less than one.
  if (text.length * 3 <= BODY_LIMIT_BYTES) return false;
  if (text.length > BODY_LIMIT_BYTES) return true;
  return new TextEncoder().encode(text).length > BODY_LIMIT_BYTES;
}
