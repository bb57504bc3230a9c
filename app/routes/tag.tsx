import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { readCursor, searchParams } from "../http/search-params.server.ts";
import { CardsInPlace } from "../insights/cards-in-place.tsx";
import { giveCards } from "../insights/draw-cards.server.tsx";
import { listTagInsights } from "../insights/list-tag-insights.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { readingRule } from "../insights/readable.ts";
import { synonymIsKnown } from "../insights/synonym-is-known.server.ts";
import { FollowButton } from "../people/follow-button.tsx";
import { isFollowing } from "../people/is-following.server.ts";
import { SearchWithin } from "../search/search-within.tsx";
import { tagName } from "../text/tags-in-text.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { findTag } from "../vocabulary/find-tag.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name} · Themes · Corridor` : "Themes · Corridor" },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const before = readCursor(searchParams(request, { one: ["before"] }).before);
  const asked = tagName(params.tag ?? "") ?? "";
  const tag = await findTag(asked, { known: synonymIsKnown(readableInSql(readingRule(person))) });
  if (!tag) return notFound();
  const [{ cards, older }, following] = await Promise.all([
    listTagInsights({ person, tagId: tag.id, before }),
    isFollowing({ personId: person.id, kind: "tag", slug: tag.name }),
  ]);
  // A tag nobody curates, on nothing this person may read, is not theirs to know of.
  if (cards.length === 0 && !tag.curated) return notFound();
  // Renamed or merged since: what was written in a text still leads here.
  if (tag.name !== asked) return redirect(`/tags/${encodeURIComponent(tag.name)}`);
  return {
    name: tag.name,
    synonyms: tag.synonyms,
    empty: cards.length === 0,
    cards: await giveCards(context, { cards }),
    older,
    following,
    first: before === undefined,
  };
}

export default function Tag(): JSX.Element {
  const { name, synonyms, empty, cards, older, following, first } = useLoaderData<typeof loader>();
  const address = `/tags/${encodeURIComponent(name)}`;
  return (
    <>
      <PageHeader
        kicker={
          <Link to="/tags" className="underline underline-offset-4">
            Themes
          </Link>
        }
        title={name}
        lead={synonyms.length > 0 ? `Also ${synonyms.join(", ")}` : undefined}
        actions={
          <FollowButton thing={{ kind: "tag", slug: name, name }} following={following} back={address} />
        }
      />
      {empty && (
        <EmptyState title={first ? "Nothing heard under this theme yet" : "Nothing older"}>
          Insights tagged {name} will stand here, newest first.
        </EmptyState>
      )}
      {!empty && <SearchWithin label={`Search within ${name}`} within={{ tag: name }} />}
      <CardsInPlace piece={cards} />
      <Pagination
        newer={first ? null : address}
        newerLabel="Newest"
        older={older === undefined ? null : `${address}?before=${older}`}
      />
    </>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
