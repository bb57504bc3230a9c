import type { Counted } from "../desk/enquiry-figures.ts";

type Bar = { x: number; y: number; width: number; height: number; month: Counted; isNow: boolean };

type BarChart = { bars: Bar[]; most: number; width: number; height: number };

/** Two years of months as bars in a box of this size: the year before, then the past one. */
export function monthBars(
  months: readonly Counted[],
  { width, height }: { width: number; height: number },
): BarChart {
  const most = Math.max(1, ...months.map(({ total }) => total));
  const step = width / months.length;
  const bars = months.map((month, at) => {
    const tall = Math.max(month.total > 0 ? 2 : 0, (month.total / most) * height);
    return {
      x: at * step + step * 0.12,
      y: height - tall,
      width: step * 0.76,
      height: tall,
      month,
      isNow: at >= months.length / 2,
    };
  });
  return { bars, most, width, height };
}
