import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { readCursor, searchParams } from "../http/search-params.server.ts";
import { listKeptTags } from "../insights/list-kept-tags.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { readingRule } from "../insights/readable.ts";
import { mergeIsKnown } from "../insights/synonym-is-known.server.ts";
import { PastChangesPage } from "../vocabulary/past-changes-page.tsx";
import { canKeepVocabulary } from "../vocabulary/policy.ts";
import { listTagHistory } from "../vocabulary/vocabulary-history.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `History of ${data?.name ?? "nothing"} · Tags · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepVocabulary(person)) return forbidden();
  const before = readCursor(searchParams(request, { one: ["before"] }).before);
  const tag = (await listKeptTags({ person })).find(({ name }) => name === params.tag) ?? notFound();
  const known = mergeIsKnown(readableInSql(readingRule(person)));
  const history = await listTagHistory({ tagId: tag.id, known, before });
  return { name: tag.name, ...history, first: before === undefined };
}

export default function SettingsTagHistory(): JSX.Element {
  const { name, ...history } = useLoaderData<typeof loader>();
  const tag = `/settings/tags/${encodeURIComponent(name)}`;
  return (
    <PastChangesPage
      {...history}
      title={`History of ${name}`}
      kicker={
        <Link to={tag} className="link inline-block py-1">
          {name}
        </Link>
      }
      address={`${tag}/history`}
    />
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
