import { excerpt } from "../text/excerpt.ts";
import type { HeardRow } from "./heard-row.ts";
import type { Rising } from "./rising.ts";
import type { SeveralPlaces } from "./several-places.ts";
import { meanInWords } from "./week-words.ts";

/** A line of "in one minute". It stands only while all staff may read each of the insights it was made of, unchanged. */
export type MinuteLine = {
  text: string;
  sources: readonly string[];
  /** Which version of each it was made of. */
  versions?: readonly number[];
  /** The part of the issue that says more, where that is not one insight. */
  part?: "rising" | "several";
};

const mostLines = 5;

type Week = {
  rows: readonly HeardRow[];
  rising: readonly Rising[];
  several: readonly SeveralPlaces[];
};

/**
 * The week in at most five lines, by rule: what rises most; what most colleagues heard; what was heard in several places;
 * the latest small victory; the latest open question; and while there are fewer than three, who or what is new. No insight
 * is told twice.
 */
export function minuteByRule({ rows, rising: [first], several }: Week): MinuteLine[] {
  const latest = [...rows].sort((a, b) => b.seq - a.seq);
  const told = new Set<string>();
  const lines: MinuteLine[] = [];
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const madeOf = (insights: readonly { id: string }[]) => ({
    sources: insights.map(({ id }) => id),
    versions: insights.map(({ id }) => versions.get(id) ?? 0),
  });
  const tell = (lead: string, row: HeardRow | undefined, tail = "") => {
    if (!row) return;
    told.add(row.id);
    lines.push({ text: `${lead}${excerpt(row.text, 120)}${tail}`, ...madeOf([row]) });
  };
  const untold = (is: (row: HeardRow) => boolean) => latest.find((row) => is(row) && !told.has(row.id));

  if (first) {
    const text = `Rising: ${first.theme}. ${first.count} insights this week, ${perWeek(first.meanBefore)}.`;
    lines.push({ text, ...madeOf(first.insights), part: "rising" });
  }
  const strongest = [...latest].sort((a, b) => b.voices - a.voices)[0];
  if (strongest && strongest.voices > 1) tell("", strongest, ` Heard by ${strongest.voices} colleagues.`);
  const elsewhere = several.find(({ theme }) => theme !== first?.theme);
  if (elsewhere) {
    const text = `Heard in several places: ${elsewhere.theme}, about ${placesInWords(elsewhere)}.`;
    lines.push({ text, ...madeOf(elsewhere.insights), part: "several" });
  }
  tell(
    "A small victory: ",
    untold(({ kind }) => kind === "win"),
  );
  tell(
    "Asked of colleagues: ",
    untold(({ kind, answered }) => kind === "question" && !answered),
  );
  for (const kind of ["new-person", "opportunity", "need", "problem"] as const) {
    if (lines.length < 3)
      tell(
        "",
        untold((row) => row.kind === kind),
      );
  }
  return lines.slice(0, mostLines);
}

/** "School of Law, Music and two more" */
export function placesInWords({ departments }: Pick<SeveralPlaces, "departments">): string {
  const names = departments.map(({ name }) => name);
  if (names.length <= 3) return asList(names);
  return asList([...names.slice(0, 2), `${names.length - 2} more`]);
}

function asList(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "1.5 a week before", "none in the four weeks before" */
export function perWeek(mean: number): string {
  if (mean === 0) return "none in the four weeks before";
  return `${meanInWords(mean)} a week before`;
}
