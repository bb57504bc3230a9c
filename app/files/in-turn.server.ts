let last: Promise<unknown> = Promise.resolve();

/** One picture after the other, as each may take many megabytes while it is drawn. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work);
  last = mine.catch(() => {});
  return mine;
}
