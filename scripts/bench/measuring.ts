import type { ServiceAddresses } from "../services/instance-record.ts";
import type { Question } from "./ask.ts";
import { type Comparison, compare, type Work } from "./compare.ts";
import type { CpuClock } from "./processes.ts";

/** Where ours and the floor listen, and with what one is let in. */
export type Bench = {
  addresses: ServiceAddresses;
  web: { port: number; cpu: CpuClock; sessionToken: string; apiKey: string };
  floor: { port: number; cpu: CpuClock };
  /** Monday of this week, as pages and the floor name it. */
  week: { monday: string; name: string };
  today: string;
  /** How many insights one department has, when that was asked for. */
  inDepartment: number | undefined;
  rounds: number;
};

type Works = { ours: Work; floor: Work; goal: Figure["goal"]; before?: Work };

/** One line of the table: ours beside its floor. */
export async function besideFloor(
  bench: Bench,
  name: string,
  { ours, floor, goal, before }: Works,
): Promise<Figure> {
  const compared = await compare({
    ours: { work: ours, cpu: bench.web.cpu, before },
    floor: { work: floor, cpu: bench.floor.cpu },
    rounds: bench.rounds,
  });
  return asFigure(name, compared, goal);
}

export type Figure = {
  name: string;
  unit: "ms" | "kB" | "MB" | "s";
  value: number;
  /** The worse end: p95, or the worst of all where few were made. */
  worse?: number;
  floor?: number;
  ratio?: number;
  perSecond?: { ours: number; floor?: number };
  /** The server's processor time a request. */
  cpu?: { ours?: number; floor?: number };
  goal?: { atMost: number; of: "value" | "ratio" | "worse" };
};

function asFigure(name: string, { ours, floor, ratio }: Comparison, goal: Figure["goal"]): Figure {
  return {
    name,
    unit: "ms",
    value: ours.p50,
    worse: ours.p95,
    floor: floor?.p50,
    ratio,
    perSecond: { ours: ours.perSecond, floor: floor?.perSecond },
    cpu: { ours: ours.cpu, floor: floor?.cpu },
    goal,
  };
}

/** A page as a signed-in colleague's browser asks for it. */
export function pageOf({ web }: Bench, path: string): Question {
  return { port: web.port, path, headers: { cookie: `sid=${web.sessionToken}` } };
}

/** A call of the API. */
export function apiOf({ web }: Bench, path: string, headers: Record<string, string> = {}): Question {
  return { port: web.port, path, headers: { authorization: `Bearer ${web.apiKey}`, ...headers } };
}

export function floorOf({ floor }: Bench, path: string): Question {
  return { port: floor.port, path };
}
