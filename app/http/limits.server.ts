/** What one request may bring and how long it may take. */
export const limits = {
  urlBytes: 8 * 1024,
  headerBytes: 16 * 1024,
  bodyBytes: 256 * 1024,
  /** From the first byte of a request to its last. */
  receiveMs: 15_000,
  /** From then to the first byte of the answer. */
  answerMs: 10_000,
  /** Of silence on a connection while it has a request: a reader who takes nothing more is let go. */
  stallMs: 30_000,
  /** Requests being answered at once, for each connection of the database pool. */
  inFlightPerConnection: 8,
  drainMs: 10_000,
};

export type Limits = typeof limits;
