import { timePassed } from "../events/time-passed.ts";

const keptMilliseconds = 10 * 60_000;
const mostKept = 20_000;
/** What more have than this tells little, and handing some of them out finds little: none are the best of them. */
const common = { share: 0.05, least: 200 } as const;
/** So many of a sentence's words are asked for, however common. */
const fewestAsked = 4;

type Counted = { at: number; total: number; readable: number };

const counted = new Map<string, Counted>();

/** How many had a word, for those who may read the same: `reader` tells them apart, so that nobody's counts tell of another's. */
export function rememberTotals({
  reader,
  readable,
  totals,
}: {
  reader: string;
  readable: number;
  totals: ReadonlyMap<string, number>;
}): void {
  for (const [asked, total] of totals) {
    const key = `${reader} ${asked}`;
    counted.delete(key);
    counted.set(key, { at: timePassed(), total, readable });
    const [oldest] = counted.keys();
    if (counted.size > mostKept && oldest !== undefined) counted.delete(oldest);
  }
}

/** Of what a sentence asks for, what is known to be in so many that it need not be asked for again, and how many have it. */
export function commonAmong({
  reader,
  asked,
}: {
  reader: string;
  asked: readonly string[];
}): Map<string, number> {
  const known = asked.flatMap((one) => {
    const found = counted.get(`${reader} ${one}`);
    const isCommon =
      found &&
      timePassed() - found.at < keptMilliseconds &&
      found.total > Math.max(common.least, common.share * found.readable);
    return isCommon ? [[one, found.total] as const] : [];
  });
  const mostFirst = known.sort(([, one], [, other]) => other - one);
  return new Map(mostFirst.slice(0, Math.max(0, asked.length - fewestAsked)));
}

/** Makes this process count anew. */
export function forgetTotals(): void {
  counted.clear();
}
