import { timePassed } from "../events/time-passed.ts";

type Kept<Value> = { stamp: string | undefined; sources: readonly string[]; value: Value };

/** When the names in it were read: those in what it was made of may be older than itself. */
export type NamesOf = { namesOf: number };

const keptMilliseconds = 60_000;
const most = 100;

/**
 * Keeps what was made of insights in this process for as long as not one of them has changed. `sources` are those it was
 * made of besides the week's own; the stamp that a reader brings was taken of all of them before anything else was read.
 * What was made of other sources than that stamp knew is made once more the next time. Names of people, departments and
 * tags are no part of the stamp: they are at most a minute old, counted from when they were read (`NamesOf`).
 */
export type StampKeeper<Value extends NamesOf> = {
  /** Of what the next stamp has to be taken besides the week's own insights. */
  sourcesOf(key: string): readonly string[];
  find(key: string, stamp: string): Value | undefined;
  keep(
    key: string,
    made: { stamp: string; of: readonly string[]; sources: readonly string[]; value: Value },
  ): void;
};

export function keepByStamp<Value extends NamesOf>(): StampKeeper<Value> {
  const all = new Map<string, Kept<Value>>();
  return {
    sourcesOf: (key) => all.get(key)?.sources ?? [],
    find(key, stamp) {
      const kept = all.get(key);
      return kept?.stamp === stamp && timePassed() - kept.value.namesOf < keptMilliseconds
        ? kept.value
        : undefined;
    },
    keep(key, { stamp, of, sources, value }) {
      all.delete(key);
      const isOfAll = sources.every((id) => of.includes(id));
      all.set(key, {
        stamp: isOfAll ? stamp : undefined,
        sources: isOfAll ? of : sources,
        value,
      });
      for (const oldest of all.keys()) {
        if (all.size <= most) break;
        all.delete(oldest);
      }
    },
  };
}
