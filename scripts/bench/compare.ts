import type { CpuClock } from "./processes.ts";

/** One request; its answer is looked at, so that nothing wrong is counted. */
export type Work = () => Promise<unknown>;

type Timing = {
  p50: number;
  p95: number;
  perSecond: number;
  /** Milliseconds of the server's own processor time a request, which other programs do not stretch. */
  cpu?: number;
};

export type Comparison = {
  ours: Timing;
  floor?: Timing;
  /** The middle one of all rounds' ratios of medians. */
  ratio?: number;
};

/** `before` is done before each request and not timed. */
type Side = { work: Work; cpu: CpuClock; before?: Work };
type Comparing = { ours: Side; floor?: Side; rounds: number };

const warming = 200;
const inARound = 20;
const atOnce = { clients: 8, milliseconds: 1_000, rounds: 3 } as const;

/** Lets ours and its floor take turns, so that whatever else the machine does falls on both. */
export async function compare({ ours, floor, rounds }: Comparing): Promise<Comparison> {
  const sides = floor ? [ours, floor] : [ours];
  const works = sides.map(({ work }) => work);
  for (const { work, before } of sides)
    for (let at = 0; at < warming; at++) {
      await before?.();
      await work();
    }

  const times = works.map(() => [] as number[]);
  const cpu = works.map(() => 0);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const medians: number[] = [];
    // Who goes first changes, too.
    const order = works.map((_, at) => (at + round) % works.length);
    for (const at of order) {
      const side = sides[at] as Side;
      const before = side.cpu() ?? Number.NaN;
      const taken = await timeEach(side);
      cpu[at] = (cpu[at] ?? 0) + (side.cpu() ?? Number.NaN) - before;
      times[at]?.push(...taken);
      medians[at] = quantile(taken, 0.5);
    }
    if (floor) ratios.push((medians[0] ?? 0) / (medians[1] ?? 1));
  }
  const rates = works.map(() => [] as number[]);
  for (let round = 0; round < atOnce.rounds; round++) {
    for (const [at, side] of sides.entries()) rates[at]?.push(await ratePerSecond(side));
  }
  const [mine, bare] = works.map((_, at) => ({
    p50: quantile(times[at] ?? [], 0.5),
    p95: quantile(times[at] ?? [], 0.95),
    perSecond: quantile(rates[at] ?? [], 0.5),
    cpu: (cpu[at] ?? 0) / (rounds * inARound),
  }));
  return { ours: mine as Timing, floor: bare, ratio: floor && quantile(ratios, 0.5) };
}

async function timeEach({ work, before }: Side): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < inARound; at++) {
    await before?.();
    taken.push(await timed(work));
  }
  return taken;
}

/** Milliseconds a piece of work takes. */
export async function timed(work: Work): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function ratePerSecond({ work, before }: Side): Promise<number> {
  const began = performance.now();
  let done = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - began < atOnce.milliseconds) {
      await before?.();
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce.clients }, client));
  return (done * 1_000) / (performance.now() - began);
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
