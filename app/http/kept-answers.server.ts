import { isDeepStrictEqual } from "node:util";
import type { AppLoadContext } from "@remix-run/server-runtime";
import { toldOfChanges } from "../events/look-for-changes.server.ts";
import { timePassed } from "../events/time-passed.ts";
import type { Person } from "../people/person.ts";
import { keepNewest } from "./keep-newest.ts";

type Kept<Value, Beside> = { number: number; at: number; value: Value; beside: Beside };

type Made<Value, Beside> = {
  value: Value;
  /** What is beside it as it is now. */
  beside?: Beside;
  /** When the oldest of what it is made of was read, where that was not just now. */
  namesOf?: number;
};

type Asked<Value, Beside> = {
  context: AppLoadContext;
  /**
   * Who asks, as they are taken to be, with their team and role: an answer may have been begun with what they were a
   * moment ago, and what was found with those rights is for nobody who has others.
   */
  person: Person;
  /** Everything else that it depends on besides the library: for what, on which day. */
  key: string;
  /** What leaves no mark when it changes (`db/schema/change-marks.server.ts`), and is therefore looked at each time. */
  beside?: () => Promise<Beside>;
  /** Made anew; `before` is what was made last. */
  make: (before: Value | undefined) => Promise<Made<Value, Beside>>;
};

const keptMilliseconds = 60_000;

/**
 * Keeps what was found and drawn for a page as long as nothing in the whole library has changed: whoever comes back from
 * an insight to the list it was in is shown the list at once. Whether something has changed is asked along with the session,
 * while the answer is begun with what is kept; when it has, the answer is thrown away and made anew (`answerWithRemix`).
 * Where the last look found a change, another is likely: then nothing is begun that way.
 */
export function keepAnswers<Value, Beside = undefined>({ most }: { most: number }) {
  const all = new Map<string, Kept<Value, Beside>>();
  return async ({
    context,
    beside = nothing<Beside>,
    make,
    ...asked
  }: Asked<Value, Beside>): Promise<Value> => {
    context.comesBack = true;
    const key = `${JSON.stringify(asked.person)} ${asked.key}`;
    const { number, calm } = toldOfChanges();
    const known = all.get(key);
    const { mayExpect, unchangedSince } = context;
    if (known?.number === number && calm && isYoung(known) && mayExpect && unchangedSince) {
      context.restsOn ??= [];
      context.restsOn.push(
        unchangedSince.then((since) => since !== undefined && since <= known.number),
        beside().then(
          (told) => isDeepStrictEqual(told, known.beside),
          () => false,
        ),
      );
      return known.value;
    }
    const now = timePassed();
    const { value, beside: told, namesOf: at = now } = await make(known?.value);
    keepNewest(all, { key, value: { number, at, value, beside: told as Beside }, most });
    return value;
  };
}

/** For what depends on nothing that leaves no mark. */
async function nothing<Beside>(): Promise<Beside> {
  return undefined as Beside;
}

function isYoung({ at }: { at: number }): boolean {
  return timePassed() - at < keptMilliseconds;
}
