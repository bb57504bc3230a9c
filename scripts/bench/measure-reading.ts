import { askWell } from "./ask.ts";
import { compare, type Work } from "./compare.ts";
import { makeKeystrokes, makeQueries, makeSentences, type Query } from "./make-texts.ts";
import { asFigure, type Bench, type Figure, floorOf, pageOf } from "./measuring.ts";

const queries = 500;
const department = "informatics";

export async function measureWeek(bench: Bench): Promise<Figure[]> {
  const { name, monday } = bench.week;
  const compared = await compare({
    ours: () => askWell(pageOf(bench, `/weeks/${name}`)),
    floor: () => askWell(floorOf(bench, `/week?monday=${monday}`)),
    rounds: bench.rounds,
  });
  return [asFigure("this week's page", compared, { atMost: 1.8, of: "ratio" })];
}

export async function measureDepartment(bench: Bench): Promise<Figure[]> {
  const compared = await compare({
    ours: () => askWell(pageOf(bench, `/departments/${department}`)),
    floor: () => askWell(floorOf(bench, `/department?slug=${department}`)),
    rounds: bench.rounds,
  });
  return [asFigure("a department's page", compared, { atMost: 1.8, of: "ratio" })];
}

export async function measureSearch(bench: Bench): Promise<Figure[]> {
  const compared = await compareSearches(bench, makeQueries(queries));
  return [asFigure("search, 1 to 3 words", compared, { atMost: 1.5, of: "ratio" })];
}

export async function measureKeystroke(bench: Bench): Promise<Figure[]> {
  const compared = await compareSearches(bench, makeKeystrokes(queries));
  return [asFigure("search, a keystroke", compared, { atMost: 1.5, of: "ratio" })];
}

export async function measureSentence(bench: Bench): Promise<Figure[]> {
  const compared = await compareSearches(bench, makeSentences(queries));
  return [asFigure("search, a pasted sentence", compared, { atMost: 25, of: "value" })];
}

/** Both are asked the same, in the same order. */
function compareSearches(bench: Bench, asked: readonly Query[]): ReturnType<typeof compare> {
  const ours = (path: string) => askWell(pageOf(bench, `/search.data?${path}`));
  const floor = (path: string) => askWell(floorOf(bench, `/search.data?${path}`));
  return compare({ ours: inTurn(asked, ours), floor: inTurn(asked, floor), rounds: bench.rounds });
}

function inTurn(asked: readonly Query[], search: (path: string) => Promise<unknown>): Work {
  let at = 0;
  return () => {
    const query = asked[at++ % asked.length];
    return search(new URLSearchParams(query).toString());
  };
}
