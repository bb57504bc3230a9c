import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { savedByIntent } from "../search/saved-by-intent.server.ts";
import { type RemovedSearch, savedSearchLimits } from "../search/saved-search.ts";
import { RemovedNotice, SavedSearchItem } from "../search/saved-search-item.tsx";
import { showSavedSearches } from "../search/show-saved-searches.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "My saved searches · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return { saved: await showSavedSearches(person) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const form = await readForm(request);
    const done = await savedByIntent({
      person,
      intent: field(form, "intent"),
      sent: (name) => field(form, name),
    });
    switch (done.outcome) {
      case "opened":
        return redirect(done.address);
      case "removed":
        return { removed: done.removed };
      case "changed":
        return redirect("/me/searches");
      case "too-many":
        return data({ tooMany: true }, { status: 400 });
      case "unknown":
        return notFound();
      default:
        return badRequest("The form did not say what to do.");
    }
  });
}

export default function MySearches(): JSX.Element {
  const { saved } = useLoaderData<typeof loader>();
  const answer = useActionData() as (Undone & { removed?: RemovedSearch; tooMany?: true }) | undefined;
  return (
    <Column>
      <PageHeader
        title="My saved searches"
        lead="What you used last comes first. New is what colleagues have posted since you last looked. Nobody else sees these."
      />
      <NotDone answer={answer} />
      {answer?.tooMany && (
        <div className="mb-6">
          <Notice tone="error" title={`There is room for ${savedSearchLimits.each}. Remove another first.`} />
        </div>
      )}
      {answer?.removed && <RemovedNotice removed={answer.removed} />}
      {saved.length === 0 ? (
        <EmptyState
          title="You have saved no search yet"
          icon={Search}
          action={<ButtonLink to="/search">Search</ButtonLink>}
        >
          Search for something you want to come back to, then press Save this search. It stands here with how
          much is new, and can tell you at once or with the weekly issue.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {saved.map((one) => (
            <SavedSearchItem key={one.id} search={one} />
          ))}
        </ul>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
