type Recent<Value> = { get(key: string, make: () => Value): Value };

const longestMilliseconds = 10 * 60_000;

/** Keeps what was made lately, at most twice `most` of it. What nobody asked for in ten minutes or more is forgotten. */
export function keepRecent<Value>({ most }: { most: number }): Recent<Value> {
  let recent = new Map<string, Value>();
  let older = new Map<string, Value>();
  let since = Date.now();
  return {
    get(key, make) {
      const value = recent.get(key) ?? older.get(key) ?? make();
      if (recent.size >= most || Date.now() - since > longestMilliseconds) {
        older = recent;
        recent = new Map();
        since = Date.now();
      }
      recent.set(key, value);
      return value;
    },
  };
}
