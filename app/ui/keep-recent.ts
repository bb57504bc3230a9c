type Recent<Value> = { get(key: string, make: () => Value): Value };

type Keeping<Value> = {
  most: number;
  /** How much one of them takes, its key besides, and how much all may. */
  weigh?: (value: Value) => number;
  mostWeight?: number;
};

const longestMilliseconds = 10 * 60_000;

/**
 * Keeps what was made lately, at most twice `most` of it and twice what they may weigh. What nobody asked for in ten
 * minutes or more is forgotten.
 */
export function keepRecent<Value>({
  most,
  weigh = () => 0,
  mostWeight = Number.POSITIVE_INFINITY,
}: Keeping<Value>): Recent<Value> {
  let recent = new Map<string, Value>();
  let older = new Map<string, Value>();
  let weight = 0;
  let since = Date.now();
  return {
    get(key, make) {
      const known = recent.get(key);
      const value = known ?? older.get(key) ?? make();
      if (recent.size >= most || weight >= mostWeight || Date.now() - since > longestMilliseconds) {
        older = recent;
        recent = new Map();
        weight = 0;
        since = Date.now();
      }
      if (!recent.has(key)) weight += key.length + weigh(value);
      recent.set(key, value);
      return value;
    },
  };
}
