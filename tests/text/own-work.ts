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
