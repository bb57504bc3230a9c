/** Waits for all of them to come to an end, then throws the first error: nothing is left under way behind it. */
export async function everything<T extends readonly unknown[]>(
  work: readonly [...{ [Index in keyof T]: Promise<T[Index]> }],
): Promise<T> {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as unknown as T;
}
