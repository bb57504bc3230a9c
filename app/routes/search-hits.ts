import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireTypist } from "../http/require-person.server.ts";
import { searchWhileWanted } from "../search/engine.server.ts";
import { beginIndexView, indexViewBeside } from "../search/index-view.server.ts";
import { searchCards } from "../search/search-cards.server.ts";
import { suggestInsights } from "../search/suggest-insights.server.ts";
import { readSearch } from "../search/understand-request.server.ts";

/** What a keystroke asks for: hits only. `as=cards` gives a page of results, else a few for the list under the box. */
export async function loader({ request: sent, context }: LoaderFunctionArgs) {
  const asking = requireTypist(sent, context, { beside: indexViewBeside() });
  const view = beginIndexView(context.besideSession);
  const person = await asking;
  const { unchangedSince } = context;
  const parameters = new URL(sent.url).searchParams;
  const request = await readSearch({ person, parameters });
  const search = async () =>
    parameters.get("as") === "cards"
      ? searchCards({ person, request, view, typing: true, unchangedSince })
      : suggestInsights({ person, request, view, unchangedSince });
  return Response.json(await searchWhileWanted(sent.signal, search));
}
