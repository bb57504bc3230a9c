import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { replace } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { safeRedirect } from "../http/safe-redirect.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { tagIsRead } from "../insights/tag-is-read.server.ts";
import { follow, unfollow } from "../people/follow.server.ts";
import { FollowButton } from "../people/follow-button.tsx";
import { FollowedLists } from "../people/followed-lists.tsx";
import { listFollows } from "../people/list-follows.server.ts";
import { listTeams } from "../people/list-teams.server.ts";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { findFollowable } from "./find-followable.server.ts";

const own = "/me/following";

export const meta: MetaFunction = () => [{ title: "What I follow · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { kind, stopped } = searchParams(request, { one: ["kind", "stopped"] });
  const [follows, teams, gone] = await Promise.all([
    listFollows({ personId: person.id, shown: tagIsRead(person) }),
    listTeams(),
    findFollowable({ person, kind, slug: stopped }),
  ]);
  const isHere = ({ slug }: { slug: string }, of: string) =>
    follows.some((one) => one.kind === of && one.slug === slug);
  return {
    follows,
    teams: teams.filter((team) => team.id !== person.team.id && !isHere(team, "team")),
    stopped: gone && !isHere(gone, gone.kind) ? { kind: gone.kind, slug: gone.slug, name: gone.name } : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const form = await readForm(request);
    const intent = field(form, "intent");
    if (intent !== "follow" && intent !== "unfollow") badRequest("The form did not say what to do.");
    const thing =
      (await findFollowable({ person, kind: field(form, "kind"), slug: field(form, "slug") })) ?? notFound();
    const { kind, id } = thing;
    await (intent === "follow" ? follow : unfollow)({ personId: person.id, kind, id });
    const back = safeRedirect(field(form, "back"), own);
    if (back.split("?")[0] !== own) return replace(back);
    return replace(
      intent === "follow" ? own : `${own}?${new URLSearchParams({ kind, stopped: thing.slug })}`,
    );
  });
}

export default function MyFollowing(): JSX.Element {
  const { follows, teams, stopped } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader
        title="What I follow"
        lead="You are told when something is posted about a department or a theme you follow, or by a team you follow. Only you see this list."
      />
      <NotDone answer={useActionData() as Undone | undefined} />
      {stopped && (
        <div className="mb-6">
          <Notice
            tone="done"
            title={`You no longer follow ${stopped.name}.`}
            action={<FollowButton thing={stopped} following={false} back={own} size="small" />}
          />
        </div>
      )}
      <FollowedLists follows={follows} teams={teams} back={own} />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
