import { listInsightCards } from "#app/insights/list-insight-cards.server.ts";
import { nobody } from "#app/insights/nobody.ts";
import { beginIndexView } from "./index-view.server.ts";
import { searchInsights } from "./search-insights.server.ts";
import { readSearch } from "./understand-request.server.ts";

/** Searches for nobody, so that whoever searches first does not wait until all of it is read and compiled. */
export async function rehearseSearch(): Promise<void> {
  const view = beginIndexView();
  const request = await readSearch({
    person: nobody,
    parameters: new URLSearchParams({ q: "corridor coffee" }),
  });
  await searchInsights({ person: nobody, request, view, read: listInsightCards });
}
