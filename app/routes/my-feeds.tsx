import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isId } from "../insights/insight.ts";
import { feedKeyLimits, feedScopeNames, feedScopes, isFeedScope } from "../people/feed-key.ts";
import { FeedKeyList } from "../people/feed-key-list.tsx";
import { listFeedKeys } from "../people/list-feed-keys.server.ts";
import { makeFeedKey } from "../people/make-feed-key.server.ts";
import { revokeFeedKey } from "../people/revoke-feed-key.server.ts";
import { cleanLine, cutTo } from "../text/clean-text.ts";
import { Button } from "../ui/button.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { TextField } from "../ui/text-field.tsx";

export const meta: MetaFunction = () => [{ title: "Feeds · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return { keys: await listFeedKeys(person.id) };
}

type Answer = { problem?: string; made?: { weekly: string; insights: string } } & Undone;

export function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const form = await readForm(request);
    const intent = field(form, "intent");
    if (intent === "revoke") {
      const id = field(form, "id") ?? "";
      if (!isId(id) || !(await revokeFeedKey({ personId: person.id, id }))) return notFound();
      return redirect("/me/feeds");
    }
    const scope = field(form, "scope");
    if (intent !== "make" || !isFeedScope(scope)) return badRequest("The form did not say what to do.");
    const name = cutTo(feedKeyLimits.nameCharacters, cleanLine(field(form, "name") ?? ""));
    if (!name) return data<Answer>({ problem: "Say what the key is for" }, { status: 400 });
    const outcome = await makeFeedKey({ personId: person.id, name, scope });
    if (outcome.outcome === "too-many")
      return data<Answer>({ problem: "End a key first: you have as many as there can be" }, { status: 400 });
    const address = (feed: string) => `${context.origin}/feeds/${feed}.atom?key=${outcome.key}`;
    return data<Answer>({ made: { weekly: address("weekly"), insights: address("insights") } });
  });
}

export default function MyFeeds(): JSX.Element {
  const { keys } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  return (
    <Column>
      <PageHeader
        title="Feeds"
        lead="The weekly issue and new insights in a feed reader. An address with a key of yours reads as you do, and can do nothing else."
      />
      <NotDone answer={answer} />
      {answer?.made && (
        <div className="mb-6">
          <Notice tone="done" title="Copy these addresses now: they are shown this once" />
          <div className="mt-4 grid gap-4">
            <CopyField label="The weekly issue" text={answer.made.weekly} />
            <CopyField
              label="New insights; add a search’s filters, such as &amp;tag=open-access"
              text={answer.made.insights}
            />
          </div>
        </div>
      )}
      <Section title="Your keys">
        {keys.length > 0 ? (
          <FeedKeyList keys={keys} />
        ) : (
          <EmptyState title="No key yet">
            Each program or device that reads a feed gets a key of its own.
          </EmptyState>
        )}
      </Section>
      <Section title="Make a key">
        <form method="post" className="grid gap-4">
          <input type="hidden" name="intent" value="make" />
          <TextField
            name="name"
            label="What it is for"
            placeholder="Feed reader on my phone"
            maxLength={feedKeyLimits.nameCharacters}
            error={answer?.problem}
          />
          <CheckGroup legend="What it shows">
            {feedScopes.map((scope) => (
              <CheckField
                key={scope}
                type="radio"
                name="scope"
                value={scope}
                defaultChecked={scope === "staff"}
                label={feedScopeNames[scope]}
              />
            ))}
          </CheckGroup>
          <div>
            <Button>Make a key</Button>
          </div>
        </form>
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
