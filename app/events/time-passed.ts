const day = 86_400_000;
let passed = 0;
let last = Date.now();

/**
 * Milliseconds that have passed, to tell how old something is that is kept for a while. Where the machine's clock was set back
 * meanwhile nobody knows how many: then it is more than anything is kept for.
 */
export function timePassed(): number {
  const now = Date.now();
  passed += now < last - 1_000 ? day : Math.max(0, now - last);
  last = now;
  return passed;
}
