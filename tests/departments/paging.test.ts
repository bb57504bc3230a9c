import { expect, test } from "vitest";
import { cardsOnAPage, listDepartmentInsights } from "#app/insights/list-insight-cards.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();

type Posting = { department: ADepartment; number: number; person?: Person; sent?: Record<string, unknown> };

/** Posts this many about a department, one after the other; their ids, newest first. */
async function post({ department, number, person, sent }: Posting): Promise<string[]> {
  const ids: string[] = [];
  for (let count = 0; count < number; count += 1) {
    ids.unshift((await anInsight({ person, departments: [department], sent })).id);
  }
  return ids;
}

/** Every page of a department to its end, with something done between one page and the next. */
async function allPages(asked: { person: Person; slug: string }, between = async () => {}) {
  const pages: string[][] = [];
  let before: number | undefined;
  do {
    const { cards, older } = await listDepartmentInsights({ ...asked, before });
    pages.push(cards.map(({ id }) => id));
    before = older;
    await between();
  } while (before !== undefined && pages.length < 10);
  return pages;
}

test("45 insights come in pages without gap or repeat, newest first, while new ones arrive", async () => {
  const [department, person] = [await aDepartment(), await aPerson()];
  const ids = await post({ department, number: 45 });
  const pages = await allPages({ person, slug: department.slug }, async () => {
    await post({ department, number: 3 });
  });
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(pages.flat()).toEqual(ids);
});

test("what goes away between two pages is missing, and takes nothing else along", async () => {
  const [department, person] = [await aDepartment(), await aPerson()];
  const ids = await post({ department, number: 30, person });
  const [, , third, ...rest] = ids;
  const gone = [third ?? "", rest.at(-1) ?? ""];
  const pages = await allPages({ person, slug: department.slug }, async () => {
    for (const id of gone) await withdrawInsight({ person, id });
  });
  expect(pages.flat()).toEqual(ids.slice(0, -1));
});

test.each([cardsOnAPage - 1, cardsOnAPage, cardsOnAPage + 1])(
  "%i insights end where they end",
  async (number) => {
    const [department, person] = [await aDepartment(), await aPerson()];
    const ids = await post({ department, number });
    const pages = await allPages({ person, slug: department.slug });
    expect(pages.flat()).toEqual(ids);
    expect(pages).toHaveLength(Math.ceil(number / cardsOnAPage));
  },
);

test("what a reader may not see leaves no gap and no empty page", async () => {
  const [department, person] = [await aDepartment(), await aPerson()];
  const shown = await post({ department, number: 21 });
  await post({ department, number: 25, sent: { visibility: "me" } });
  const pages = await allPages({ person, slug: department.slug });
  expect(pages.map(({ length }) => length)).toEqual([20, 1]);
  expect(pages.flat()).toEqual(shown);
});
