import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { demoInsights } from "#db/demo/content/all-insights.ts";
import { demoColleagues } from "#db/demo/content/people.ts";
import { demoDates } from "#db/demo/demo-dates.ts";
import type { Heard, Judgement } from "./judgement.ts";
import { judgementsByFact } from "./judgements-by-fact.ts";
import { judgementsByReading } from "./judgements-by-reading.ts";
import { judgementsOfSentences } from "./judgements-of-sentences.ts";

const judgements: readonly Judgement[] = [
  ...judgementsByFact,
  ...judgementsByReading,
  ...judgementsOfSentences,
];

/** A question and what answers it: grades by the keys of the demonstration's insights. */
export type Judged = { q: string; grades: ReadonlyMap<string, number> };

type Judging = { now: Date; timeZone: string /** Handle of the colleague who searches. */; reader: string };

/** The judged set as of today, without what this colleague may not read; a question nothing answers is left out. */
export function judgedSet({ now, timeZone, reader }: Judging): Judged[] {
  const insights = demoInsights
    .filter((insight) => mayRead(insight, reader))
    .map((insight) => ({ ...insight, month: monthOf(demoDates(insight, { now, timeZone }).heardOn) }));
  const known = new Set(demoInsights.map(({ key }) => key));
  const monthBack = (weeks: string): string => monthOf(daysAfter(dayIn(timeZone, now), -7 * Number(weeks)));
  return judgements.flatMap((judgement) => {
    let month = "";
    const q = judgement.q.replace(/\{month (\d+)\}/, (_, weeks: string) => {
      month = monthBack(weeks);
      return month.split(" ")[0] ?? "";
    });
    if ("answers" in judgement) {
      const strange = Object.keys(judgement.answers).filter((key) => !known.has(key));
      if (strange.length > 0) throw new Error(`the demonstration has no insight ${strange.join(", ")}`);
    }
    const grades = new Map(
      insights.flatMap((insight) => {
        const grade =
          "answers" in judgement ? judgement.answers[insight.key] : judgement.facts(insight, { month });
        return grade ? [[insight.key, grade] as const] : [];
      }),
    );
    return grades.size > 0 ? [{ q, grades }] : [];
  });
}

function mayRead({ by, visibility = "staff" }: Pick<Heard, "by" | "visibility">, reader: string): boolean {
  const teamOf = (handle: string) => demoColleagues.find((one) => one.handle === handle)?.team;
  if (visibility === "staff" || by === reader) return true;
  return visibility === "team" && teamOf(by) === teamOf(reader);
}

function monthOf(day: string): string {
  return new Date(`${day}T00:00Z`)
    .toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" })
    .toLowerCase();
}
