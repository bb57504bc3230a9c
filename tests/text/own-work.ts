/**
 * Milliseconds of processor time that this thread spent while the work was done: how long the event loop can have been
 * held up. On a busy machine the clock would count what others do.
 */
export async function ownWork(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** The same, of the best of three runs where one took longer than is enough: memory may be tidied in the middle of any. */
export async function leastOwnWork(work: () => unknown, enough: number): Promise<number> {
  let least = await ownWork(work);
  for (let more = 2; more > 0 && least >= enough; more -= 1) least = Math.min(least, await ownWork(work));
  return least;
}
