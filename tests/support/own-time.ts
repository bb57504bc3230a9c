const stepMs = 10;

/**
 * Milliseconds that pass while this is done, as far as this process is let run: waiting and working count, and what a
 * busy machine keeps it from running is left out.
 */
export async function ownTime(work: () => Promise<unknown>): Promise<number> {
  let passed = 0;
  let last = performance.now();
  let cpu = process.cpuUsage();
  function count(): void {
    const now = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    // A step that took longer without our working was somebody else's.
    passed += Math.min(now - last, Math.max(2 * stepMs, stepMs + (user + system) / 1_000));
    last = now;
    cpu = process.cpuUsage();
  }
  const steps = setInterval(count, stepMs);
  try {
    await work();
  } finally {
    clearInterval(steps);
    count();
  }
  return passed;
}
