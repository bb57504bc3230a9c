import { afterAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";
import { anyWord, readLibrary, shouldCount, shouldFind } from "./facet-oracle.ts";

const database = useDatabase();
useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { searchInsights } = await import("#app/search/search-insights.server.ts");
const { parseSearchRequest } = await import("#app/search/search-request.ts");
const { aDepartment, anInsight, aPerson } = await import("./library.ts");

afterAll(closeSender);

test("within a filter counts are true whether all, all but one or few of the words' insights are handed out", async () => {
  await ensureIndex();
  const person = await aPerson();
  const [here, elsewhere] = [await aDepartment(), await aDepartment()];
  const kinds = ["need", "win", "problem"] as const;
  const post = (body: string, at: number) =>
    anInsight({
      person,
      body,
      departments: at % 5 === 0 ? [here, elsewhere] : [here],
      kind: kinds[at % 3],
    });
  // More than forty have the first word and the second, some both; few have the others.
  for (let at = 0; at < 54; at++) {
    const said = [at < 46 ? "zebra" : "", at > 8 ? "harbour" : "", at % 18 === 0 ? "quilt mongoose" : ""];
    await post(`They said ${said.join(" ")}.`, at);
  }
  await post("A quilt alone", 1);
  await indexUnconfirmed();
  const rows = await readLibrary();
  for (const q of ["zebra harbour", "zebra quilt", "quilt zebra mongoose", "quilt mongoose"]) {
    const parameters = new URLSearchParams({ q, department: here.slug });
    const request = parseSearchRequest(parameters);
    const answer = await searchInsights({ person, request, facets: true });
    const asked = { rows, person, request, matching: anyWord };
    expect([answer.total, answer.basic], q).toEqual([shouldFind(asked).length, false]);
    const counted = Object.entries(answer.facets ?? {}).map(
      ([name, values]) => [name, new Map(values.map(({ value, count }) => [value, count]))] as const,
    );
    expect(new Map(counted), q).toEqual(shouldCount(asked));
  }
});
