import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import type { Draft } from "../insights/draft.ts";
import { DraftList } from "../insights/draft-list.tsx";
import { dropDraft } from "../insights/drop-draft.server.ts";
import { DroppedDraft } from "../insights/dropped-draft.tsx";
import { readIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { findDraft, listDrafts } from "../insights/list-drafts.server.ts";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { keepSentDraft } from "./keep-sent-draft.server.ts";

export const meta: MetaFunction = () => [{ title: "What I was writing · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return { drafts: await listDrafts(person.id) };
}

export function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const form = await readForm(request);
    const key = readIdempotencyKey(field(form, "key")) ?? badRequest("The form did not say which.");
    switch (field(form, "intent")) {
      case "drop": {
        const dropped = await findDraft({ personId: person.id, key });
        await dropDraft({ personId: person.id, key });
        return { dropped };
      }
      case "keep":
        await keepSentDraft({ request, form, key, personId: person.id });
        return redirect("/me/drafts");
      default:
        return badRequest("The form did not say what to do.");
    }
  });
}

export default function MyDrafts(): JSX.Element {
  const { drafts } = useLoaderData<typeof loader>();
  const answer = useActionData() as (Undone & { dropped?: Draft }) | undefined;
  return (
    <Column>
      <PageHeader
        title="What I was writing"
        lead="Begun and not posted yet. Only you see it, on every device you sign in on; after 30 days it is deleted."
      />
      <NotDone answer={answer} />
      {answer?.dropped && <DroppedDraft draft={answer.dropped} />}
      <DraftList drafts={drafts} />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
