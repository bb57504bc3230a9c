/** What one request may bring and how long it may take. */
export const limits = {
  urlBytes: 8 * 1024,
  headerBytes: 16 * 1024,
  bodyBytes: 256 * 1024,
  /** Of one file, and how many a form may bring: beside its fields, which have the body's limit. */
  fileBytes: 10 * 1024 * 1024,
  files: 5,
  /** Of the one file that is brought in. */
  importBytes: 50 * 1024 * 1024,
  uploadsAtOnce: 16,
  /** From the first byte of a request to its last. */
  receiveMs: 15_000,
  /** The same for one that brings files, from a telephone in a corridor. */
  uploadMs: 5 * 60_000,
  /** From then to the first byte of the answer. */
  answerMs: 10_000,
  /** More for each file it brought: a picture is drawn anew before the answer. */
  answerMsPerFile: 10_000,
  /** Of silence on a connection while it has a request: a reader who takes nothing more is let go. */
  stallMs: 30_000,
  /** Requests being answered at once, for each connection of the database pool. */
  inFlightPerConnection: 8,
  drainMs: 10_000,
};

export type Limits = typeof limits;
