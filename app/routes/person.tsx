import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { listLookedAfter } from "../departments/list-looked-after.server.ts";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { readCursor, searchParams } from "../http/search-params.server.ts";
import { CardsInPlace } from "../insights/cards-in-place.tsx";
import { giveCards } from "../insights/draw-cards.server.tsx";
import { listPersonInsights } from "../insights/list-person-insights.server.ts";
import { findColleague } from "../people/find-colleague.server.ts";
import { FollowButton } from "../people/follow-button.tsx";
import { isFollowing } from "../people/is-following.server.ts";
import { roleNames } from "../people/person.ts";
import { canManagePeople } from "../people/policy.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.colleague.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { before } = searchParams(request, { one: ["before"] });
  const cursor = readCursor(before);
  const handle = params.handle ?? "";
  const colleague = (await findColleague(handle)) ?? notFound();
  const { team } = colleague;
  const [lookedAfter, following, { cards, older }] = await Promise.all([
    listLookedAfter(colleague.id),
    isFollowing({ personId: person.id, kind: "team", slug: team.slug }),
    listPersonInsights({ person, handle, before: cursor }),
  ]);
  const { id: _, ...shown } = colleague;
  return {
    colleague: shown,
    lookedAfter,
    // What one's own team posts one is shown anyway.
    team: team.slug === person.team.slug && !following ? null : { ...team, following },
    empty: cards.length === 0,
    cards: await giveCards(context, { cards }),
    older,
    first: cursor === undefined,
    mayManage: canManagePeople(person),
  };
}

export default function PersonPage(): JSX.Element {
  const {
    colleague,
    lookedAfter,
    team: toFollow,
    empty,
    cards,
    older,
    first,
    mayManage,
  } = useLoaderData<typeof loader>();
  const say = useOurWords();
  const { handle, name, jobTitle, role, team, gone } = colleague;
  const address = `/people/${handle}`;
  return (
    <Column>
      <PageHeader
        title={<span className="wrap-anywhere">{name}</span>}
        kicker={gone ? "No longer here" : `@${handle}`}
        lead={
          <>
            {jobTitle || roleNames[role]},{" "}
            <Link to={`/search?team=${team.slug}`} className="link">
              {team.name}
            </Link>
          </>
        }
        actions={
          <>
            {toFollow && (
              <FollowButton
                thing={{ kind: "team", slug: toFollow.slug, name: toFollow.name }}
                following={toFollow.following}
                back={address}
                saysWhat
              />
            )}
            {mayManage && (
              <ButtonLink to={`/settings/people/${handle}`} variant="secondary">
                Look after
              </ButtonLink>
            )}
          </>
        }
      />
      {lookedAfter.length > 0 && (
        <Section title="Looks after">
          <ul className="flex flex-wrap gap-x-5">
            {lookedAfter.map(({ slug, name: called, part }) => (
              <li key={slug}>
                <Link to={`/departments/${slug}`} className="link inline-block py-0.5">
                  {called}
                </Link>
                {part === "co-owner" && <span className="text-sm text-soft"> with others</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Posted">
        {first && empty && (
          <EmptyState title="Nothing posted yet">
            {say("What they hear about a department will stand here, newest first.")}
          </EmptyState>
        )}
        <CardsInPlace piece={cards} />
        <Pagination
          newer={first ? null : address}
          newerLabel="Newest"
          older={older === undefined ? null : `${address}?before=${older}`}
        />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
