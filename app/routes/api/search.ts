import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  apiAnswer,
  misunderstood,
  onlyRead,
  readParameters,
  requireApiPerson,
} from "../../http/api.server.ts";
import { throttleSearchCall } from "../../http/throttle.server.ts";
import { insightResource } from "../../insights/insight-resource.ts";
import { listBodies } from "../../insights/list-bodies.server.ts";
import { listInsightCards } from "../../insights/list-insight-cards.server.ts";
import type { Person } from "../../people/person.ts";
import { beginIndexView } from "../../search/index-view.server.ts";
import { searchInsights } from "../../search/search-insights.server.ts";
import { parameterProblems, searchLimits, searchNames } from "../../search/search-request.ts";
import { readSearch } from "../../search/understand-request.server.ts";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "../../text/clean-text.ts";

export async function loader({ request: sent, context }: LoaderFunctionArgs) {
  const view = beginIndexView();
  const person = await requireApiPerson(sent);
  await throttleSearchCall(person);
  const parameters = readParameters(sent, { known: searchNames });
  const request = await readSearch({ person, parameters });
  if (request.problems.length > 0) throw misunderstood(parameterProblems(request));
  const answer = await searchInsights({ person, request, view, read: listWithBodies });
  const { origin } = context;
  const items = answer.hits.map(({ item, excerpt }) => ({
    ...insightResource(item, { body: item.body, origin }),
    excerpt: withoutMarkers(excerpt),
  }));
  const more = answer.total > request.page * searchLimits.hitsOnAPage && request.page < searchLimits.pages;
  const next = more ? String(request.page + 1) : null;
  return apiAnswer({
    items,
    next,
    total: answer.total,
    totalIsExact: answer.totalIsExact,
    basic: answer.basic,
  });
}

export const action = onlyRead;

async function listWithBodies(found: { person: Person; ids: readonly string[] }) {
  const [cards, bodies] = await Promise.all([listInsightCards(found), listBodies(found.ids)]);
  return cards.map((card) => ({ ...card, body: bodies.get(card.id) ?? "" }));
}

function withoutMarkers(text: string): string {
  return text.replaceAll(HIGHLIGHT_START, "").replaceAll(HIGHLIGHT_END, "");
}
