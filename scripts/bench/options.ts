import { parseArgs } from "node:util";

/** What can be measured, in the order in which it is: reading first, as saving changes what is read. */
const measureNames = [
  "weight",
  "week",
  "closed",
  "department",
  "search",
  "keystroke",
  "sentence",
  "mails",
  "found",
  "save",
  "load",
] as const;
export type MeasureName = (typeof measureNames)[number];

export type BenchOptions = {
  insights: number;
  /** So many of them about one department alone, and a tenth as many about another beside it. */
  inDepartment: number | undefined;
  measures: readonly MeasureName[];
  /** Where the figures go as JSON. */
  json: string | undefined;
  /** An earlier run's JSON, of another size, to tell how times grow. */
  against: string | undefined;
  /** Times ours and its floor take turns. */
  rounds: number;
  /** Stay up when all is measured, to be looked into, until Ctrl-C. */
  hold: boolean;
};

export function readOptions(args: readonly string[] = process.argv.slice(2)): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      insights: { type: "string", default: "10000" },
      "in-department": { type: "string" },
      only: { type: "string", default: measureNames.join(",") },
      json: { type: "string" },
      against: { type: "string" },
      rounds: { type: "string", default: "12" },
      hold: { type: "boolean", default: false },
    },
  });
  const only = values.only.split(",");
  const unknown = only.filter((name) => !measureNames.some((known) => known === name));
  if (unknown.length > 0) {
    throw new Error(`--only: ${unknown.join(", ")} is not among ${measureNames.join(", ")}`);
  }
  const insights = positive("insights", values.insights);
  const one = values["in-department"];
  const inDepartment = one === undefined ? undefined : positive("in-department", one);
  if (inDepartment !== undefined && inDepartment * 1.1 > insights - 20) {
    throw new Error(`--in-department: ${inDepartment} and a tenth of it are more than ${insights}`);
  }
  return {
    insights,
    inDepartment,
    measures: measureNames.filter((name) => only.includes(name)),
    json: values.json,
    against: values.against,
    rounds: positive("rounds", values.rounds),
    hold: values.hold,
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}: ${text} is not a count`);
  return number;
}
