import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import SearchX from "lucide-react/icons/search-x";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { findSavedSearch } from "../search/list-saved-searches.server.ts";
import { nearEnough, nearEnoughWords } from "../search/near-enough.ts";
import { saveSearch } from "../search/save-search.server.ts";
import {
  addressToSave,
  canBeSaved,
  readSavedName,
  readTellWhen,
  savedSearchLimits,
} from "../search/saved-search.ts";
import { SavedSearchFields } from "../search/saved-search-fields.tsx";
import { searchesInWords } from "../search/search-in-words.server.ts";
import { readSearch } from "../search/understand-request.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "Save this search · Corridor" }];

export async function loader({ request: sent, context }: LoaderFunctionArgs) {
  const person = await requirePerson(sent, context);
  const request = await readSearch({ person, parameters: new URL(sent.url).searchParams });
  const address = addressToSave(request);
  if (!canBeSaved(request))
    return { address, asks: "", near: "", name: "", tell: "never" as const, there: false };
  const [there, [asks = ""]] = await Promise.all([
    findSavedSearch({ personId: person.id, address }),
    searchesInWords([address]),
  ]);
  return {
    address,
    asks,
    near: nearIn(request),
    name: there?.name ?? readSavedName(asks),
    tell: there?.tell ?? "never",
    there: there !== undefined,
  };
}

function nearIn({ q }: { q: string }): string {
  const near = nearEnough(q);
  return near ? nearEnoughWords(near) : "";
}

export async function action({ request: sent, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(sent, context);
    const form = await readForm(sent);
    const request = await readSearch({ person, parameters: new URL(sent.url).searchParams });
    if (!canBeSaved(request)) badRequest("There is no search here that could be saved.");
    const address = addressToSave(request);
    const [asks] = await searchesInWords([address]);
    const { outcome } = await saveSearch({
      personId: person.id,
      name: readSavedName(field(form, "name")) || readSavedName(asks),
      address,
      tell: readTellWhen(field(form, "tell")),
    });
    if (outcome === "too-many") return data({ tooMany: true }, { status: 400 });
    return redirect(address, { headers: { "Set-Cookie": noticeCookie(sent, "search-saved") } });
  });
}

export default function SaveSearch(): JSX.Element {
  const { address, asks, near, name, tell, there } = useLoaderData<typeof loader>();
  const answer = useActionData() as (Undone & { tooMany?: true }) | undefined;
  const pending = useNavigation().state === "submitting";
  return (
    <Column>
      <PageHeader
        title={there ? "You have saved this search" : "Save this search"}
        kicker={
          <Link to={address} className="link">
            Back to what it finds
          </Link>
        }
        lead={asks}
      />
      <NotDone answer={answer} />
      {answer?.tooMany && (
        <div className="mb-6">
          <Notice
            tone="error"
            title={`You have ${savedSearchLimits.each} saved searches, which is as many as there is room for`}
            action={
              <ButtonLink to="/me/searches" variant="secondary" size="small">
                Remove one
              </ButtonLink>
            }
          />
        </div>
      )}
      {asks === "" ? (
        <EmptyState
          title="Nothing to save yet"
          icon={SearchX}
          action={<ButtonLink to="/search">Search</ButtonLink>}
        >
          Search for something first, by words or by filters, then save it from the page that shows what was
          found.
        </EmptyState>
      ) : (
        <Form method="post" className="grid gap-5">
          {near && <p className="max-w-measure text-soft">{near}</p>}
          <SavedSearchFields id="new" name={name} tell={tell} />
          <Button className="justify-self-start" pending={pending} pendingLabel="Saving…">
            Save
          </Button>
        </Form>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
