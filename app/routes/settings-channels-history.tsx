import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { readCursor, searchParams } from "../http/search-params.server.ts";
import { PastChangesPage } from "../vocabulary/past-changes-page.tsx";
import { canKeepVocabulary } from "../vocabulary/policy.ts";
import { listChannelHistory } from "../vocabulary/vocabulary-history.server.ts";

export const meta: MetaFunction = () => [{ title: "History of channels · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepVocabulary(person)) return forbidden();
  const before = readCursor(searchParams(request, { one: ["before"] }).before);
  return { ...(await listChannelHistory({ before })), first: before === undefined };
}

export default function SettingsChannelsHistory(): JSX.Element {
  return (
    <PastChangesPage
      {...useLoaderData<typeof loader>()}
      title="History of channels"
      kicker={
        <Link to="/settings/channels" className="link inline-block py-1">
          Channels
        </Link>
      }
      address="/settings/channels/history"
    />
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
