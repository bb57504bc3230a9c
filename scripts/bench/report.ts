import { cpus, totalmem } from "node:os";
import type { Figure } from "./measuring.ts";

export type Report = {
  insights: number;
  at: string;
  machine: { cores: number; memoryGb: number; node: string };
  figures: (Figure & { met?: boolean; growth?: number })[];
};

/** The figures with what is made of them: whether each meets its goal, and how it grew since another report. */
export function makeReport(insights: number, figures: readonly Figure[], before?: Report): Report {
  return {
    insights,
    at: new Date().toISOString(),
    machine: {
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
    figures: figures.map((figure) => {
      const then = before?.figures.find(({ name }) => name === figure.name)?.value;
      return { ...figure, met: meets(figure), growth: then === undefined ? undefined : figure.value / then };
    }),
  };
}

function meets({ goal, ...figure }: Figure): boolean | undefined {
  const value = goal && figure[goal.of];
  return goal && value !== undefined ? value <= goal.atMost : undefined;
}

/** The report as a Markdown table. */
export function asTable({ figures }: Report): string {
  const hasGrowth = figures.some(({ growth }) => growth !== undefined);
  const head = [
    "",
    "ours",
    "p95",
    "floor",
    "ratio",
    "CPU ms (floor)",
    "8 at once (floor)",
    "goal",
    "",
    ...(hasGrowth ? ["growth"] : []),
  ];
  const rows = figures.map((figure) => {
    const { name, unit, value, worse, floor, ratio, cpu, perSecond, goal, met, growth } = figure;
    return [
      name,
      `${short(value)} ${unit}`,
      worse === undefined ? "" : short(worse),
      floor === undefined ? "" : short(floor),
      ratio === undefined ? "" : `${ratio.toFixed(2)} ×`,
      cpu?.ours ? `${short(cpu.ours)} (${short(cpu.floor ?? 0)})` : "",
      perSecond ? `${Math.round(perSecond.ours)}/s (${Math.round(perSecond.floor ?? 0)})` : "",
      goal ? `≤ ${goal.atMost} ${goal.of === "ratio" ? "×" : unit}` : "",
      met === undefined ? "" : met ? "met" : "missed",
      ...(hasGrowth ? [growth === undefined ? "" : growth.toFixed(2)] : []),
    ];
  });
  const lines = [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
