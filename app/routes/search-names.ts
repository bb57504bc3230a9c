import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireTypist } from "../http/require-person.server.ts";
import { findDialect } from "../search/find-dialect.server.ts";
import { findNamed } from "../search/find-named.server.ts";
import { parseSearchRequest } from "../search/search-request.ts";

/** What a keystroke in the palette asks for besides insights: departments, contacts, colleagues, themes, comments. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requireTypist(request, context);
  const { q } = parseSearchRequest(new URL(request.url).searchParams);
  const { meaningsIn } = await findDialect();
  const asked = { q, meanings: meaningsIn(q) };
  return Response.json(await findNamed({ person, request: asked, unchangedSince: context.unchangedSince }));
}
