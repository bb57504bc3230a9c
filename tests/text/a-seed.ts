/** A seed for random tests, to be printed in the test's title; CORRIDOR_TEST_SEED repeats a run. */
export function aSeed(): number {
  return Number(process.env.CORRIDOR_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
}
