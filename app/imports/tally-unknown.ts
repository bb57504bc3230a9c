import { importLimits, type UnknownValue } from "./import.ts";
import { comparable } from "./known-words.ts";

export type UnknownTally = {
  add(values: readonly { of: UnknownValue["of"]; value: string }[]): void;
  list(): UnknownValue[];
};

/** Counts the values nobody knows, each once however it is spelt; the first few hundred different ones. */
export function tallyUnknown(): UnknownTally {
  const counted = new Map<string, UnknownValue>();
  return {
    add(values) {
      for (const { of, value } of values) {
        const key = `${of} ${comparable(value)}`;
        const before = counted.get(key);
        if (before) before.rows += 1;
        else if (counted.size < importLimits.unknownValues) counted.set(key, { of, value, rows: 1 });
      }
    },
    list: () => [...counted.values()].sort((a, b) => b.rows - a.rows),
  };
}
