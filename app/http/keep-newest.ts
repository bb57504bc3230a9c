/** Puts a value under its key as the newest of all; of the others as many stay as make `most` together, the oldest go. */
export function keepNewest<Value>(
  all: Map<string, Value>,
  { key, value, most }: { key: string; value: Value; most: number },
): void {
  all.delete(key);
  all.set(key, value);
  for (const oldest of all.keys()) {
    if (all.size <= most) break;
    all.delete(oldest);
  }
}
