import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "../http/require-person.server.ts";
import { listFilterOptions } from "../search/list-filter-options.server.ts";

/** What the search box offers after each sign, asked for once somebody comes to it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return Response.json(await listFilterOptions(await requirePerson(request, context)));
}
