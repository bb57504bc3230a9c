import postgres from "postgres";
import { daysAfter, weekName } from "#app/settings/calendar.ts";
import { closeWeek } from "#app/weekly/close-week.server.ts";
import { askWell } from "./ask.ts";
import type { Work } from "./compare.ts";
import { fullDepartment, smallDepartment } from "./fill-insights.ts";
import { makeKeystrokes, makeQueries, makeSentences, type Query } from "./make-texts.ts";
import { type Bench, besideFloor, type Figure, floorOf, pageOf } from "./measuring.ts";

const queries = 500;

/** As whoever comes back to it is shown it, and as the first to ask for it after something has changed in the library. */
export async function measureWeek(bench: Bench): Promise<Figure[]> {
  const { name, monday } = bench.week;
  const page: Page = {
    ours: () => askWell(pageOf(bench, `/weeks/${name}`)),
    floor: () => askWell(floorOf(bench, `/week?monday=${monday}`)),
    goal: { atMost: 1.8, of: "ratio" },
  };
  return [
    await besideFloor(bench, "this week's page", page),
    await afterAChange(bench, "this week's page, after a change", page),
  ];
}

type Page = Parameters<typeof besideFloor>[2];

async function afterAChange(bench: Bench, name: string, page: Page): Promise<Figure> {
  const library = postgres(bench.addresses.ownerUrl, { max: 8, onnotice: () => {} });
  try {
    const before = () => library`update tags set name = name where false`.execute();
    return await besideFloor(bench, name, { ...page, before });
  } finally {
    await library.end({ timeout: 5 });
  }
}

/** The week before: closed, and drawn once for everybody. Beside the same floor as the open one. */
export async function measureClosedWeek(bench: Bench): Promise<Figure[]> {
  const monday = daysAfter(bench.week.monday, -7);
  await closeWeek({ monday });
  const figure = await besideFloor(bench, "last week's page, closed", {
    ours: () => askWell(pageOf(bench, `/weeks/${weekName(monday)}`)),
    floor: () => askWell(floorOf(bench, `/week?monday=${monday}`)),
    goal: { atMost: 1, of: "ratio" },
  });
  return [figure];
}

export async function measureDepartment(bench: Bench): Promise<Figure[]> {
  const { inDepartment } = bench;
  const pageAbout = (department: string): Page => ({
    ours: () => askWell(pageOf(bench, `/departments/${department}`)),
    floor: () => askWell(floorOf(bench, `/department?slug=${department}`)),
    goal: { atMost: 1.8, of: "ratio" },
  });
  const figures = [
    await besideFloor(bench, "a department's page", pageAbout(fullDepartment)),
    await afterAChange(bench, "a department's page, after a change", pageAbout(fullDepartment)),
  ];
  if (inDepartment !== undefined) {
    const name = `the same with ${Math.floor(inDepartment / 10)} insights`;
    figures.push(await afterAChange(bench, name, pageAbout(smallDepartment)));
  }
  return figures;
}

/** While nothing is changed, and with a change before every request. */
export async function measureSearch(bench: Bench): Promise<Figure[]> {
  const name = "search page data, 1 to 3 words";
  const page = searching(bench, makeQueries(queries), { atMost: 1.5, of: "ratio" });
  return [await besideFloor(bench, name, page), await afterAChange(bench, `${name}, after a change`, page)];
}

export async function measureKeystroke(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, more] of [
    ["a keystroke: results", "&as=cards"],
    ["a keystroke: the list under the box", ""],
  ] as const) {
    const asked = makeKeystrokes(queries);
    const figure = await besideFloor(bench, name, {
      ours: inTurn(asked, (words) => askWell(pageOf(bench, `/search/hits?${words}${more}`))),
      floor: inTurn(asked, (words) => askWell(floorOf(bench, `/hits?${words}${more}`))),
      goal: { atMost: 1.5, of: "ratio" },
    });
    figures.push(figure);
  }
  return figures;
}

export async function measureSentence(bench: Bench): Promise<Figure[]> {
  const page = searching(bench, makeSentences(queries), { atMost: 25, of: "value" });
  return [await besideFloor(bench, "search, a pasted sentence", page)];
}

/** Both are asked the same, in the same order. */
function searching(bench: Bench, asked: readonly Query[], goal: Figure["goal"]): Page {
  const ours = (path: string) => askWell(pageOf(bench, `/search.data?${path}`));
  const floor = (path: string) => askWell(floorOf(bench, `/search.data?${path}`));
  return { ours: inTurn(asked, ours), floor: inTurn(asked, floor), goal };
}

function inTurn(asked: readonly Query[], search: (path: string) => Promise<unknown>): Work {
  let at = 0;
  return () => {
    const query = asked[at++ % asked.length];
    return search(new URLSearchParams(query).toString());
  };
}
